namespace AvoidantGuide.Bench;

/// <summary>Debian's nginx with one file, told to send the headers that the site sends.</summary>
internal static class Nginx
{
    /// <returns>The configuration's file.</returns>
    public static string Configure(string folder, int port, string path, SentPage answer)
    {
        var page = Path.Combine(Directory.CreateDirectory(folder).FullName, "page");
        File.WriteAllBytes(page, answer.Body);
        var own = answer.Headers.Where(header => header.Name is not ("Content-Type" or "ETag")).Select(header => $"add_header {header.Name} \"{header.Value}\";");
        var configuration = Path.Combine(folder, "nginx.conf");
        // As fast as it goes: nothing logged, files held open, connections kept as long as Kestrel keeps them.
        File.WriteAllText(configuration, $$"""
            {{(Environment.IsPrivilegedProcess ? "user root;" : "")}}
            daemon off;
            worker_processes auto;
            pid {{folder}}/pid;
            error_log stderr crit;
            events { worker_connections 2048; }
            http {
                access_log off;
                sendfile on;
                tcp_nopush on;
                server_tokens off;
                keepalive_requests 1000000000;
                open_file_cache max=10;
                client_body_temp_path {{folder}}/body;
                proxy_temp_path {{folder}}/proxy;
                fastcgi_temp_path {{folder}}/fastcgi;
                uwsgi_temp_path {{folder}}/uwsgi;
                scgi_temp_path {{folder}}/scgi;
                server {
                    listen 127.0.0.1:{{port}};
                    location = /readyz { return 200; }
                    location = {{path}} {
                        alias {{page}};
                        types { }
                        default_type "text/html; charset=utf-8";
                        {{string.Join('\n', own)}}
                    }
                }
            }
            """);
        return configuration;
    }
}
