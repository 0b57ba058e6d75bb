using System.Globalization;
using AvoidantGuide.Content.Links;
using AvoidantGuide.Content.Texts;
using AvoidantGuide.Content.Yaml;

namespace AvoidantGuide.Content.Files;

/// <summary>The front matter of a page.</summary>
internal static class PageFields
{
    private static readonly string[] _times = ["yyyy-MM-dd'T'HH:mm'Z'", "yyyy-MM-dd'T'HH:mm:ss'Z'", "yyyy-MM-dd HH:mm'Z'", "yyyy-MM-dd HH:mm", "yyyy-MM-dd"];

    /// <summary>1 to 99 are the guide's own sequence; the rest leaves each of ten thousand pages a place of its own.</summary>
    public const int LastOrder = 99_999;

    /// <summary>What a reader may want to be told of first, as the page says it: "This page mentions childhood neglect".</summary>
    private static readonly string[] _notices = ["abuse", "childhood-abuse", "childhood-neglect", "coercive-control", "death", "self-harm", "sexual-violence", "suicide", "violence"];

    public static PageFile Read(PageFile page, Fields fields)
    {
        var file = page.File;
        var id = Id(file, fields);
        var title = fields.Text("title");
        var read = page with
        {
            Id = id,
            Named = fields.At("id"),
            Title = title,
            Summary = fields.Text("summary"),
            Order = fields.Number("order", 1, LastOrder),
            Draft = fields.OneOf("status", "draft", "published") != "published",
            Nav = fields.Optional("nav") ?? title,
            Path = Path(file, fields, id),
            Publish = Publish(fields),
            Author = fields.Optional("author"),
            ClinicalReviewer = fields.Optional("clinical-reviewer"),
            Notices = [.. Notices(fields)],
            Aliases = [.. Aliases(file, fields)],
            MovedAnchors = [.. Anchors(file, fields)],
        };
        if (fields.Map("reviewed") is { } reviewed)
        {
            read = read with { ReviewedOn = reviewed.Date("on"), ReviewedNext = reviewed.Date("next"), ReviewedFrom = reviewed.At("on"), Reviewed = reviewed.At("next") };
            if (read.ReviewedNext != default && read.ReviewedNext <= read.ReviewedOn)
                reviewed.Wrong("next", "The next review comes after the last one: give \"next\" a later date.");
            reviewed.Done();
        }

        FieldWords.Check(file, fields, "title", "nav", "summary");
        fields.Done();
        return read;
    }

    public static string Id(SourceText file, Fields fields)
    {
        var id = fields.Text("id");
        if (id.Length == 0 || Ids.Valid(id))
            return id;
        file.Error(fields.At("id").Line, fields.At("id").Column, "AG402", $"\"{id}\" cannot be an id. {Ids.Form}");
        return "";
    }

    private static string Path(SourceText file, Fields fields, string id)
    {
        var slug = fields.Optional("slug");
        if (slug is "/")
            return "/";
        var path = "/" + (slug ?? id).TrimStart('/');
        if (slug is not null && !Ids.Valid(path[1..]))
            fields.Wrong("slug", "\"slug\" is \"/\" for the home page, or lower-case letters, digits and hyphens.");
        if (Addresses.AreTaken(path))
            file.Error(fields.At(slug is null ? "id" : "slug").Line, fields.At(slug is null ? "id" : "slug").Column, "AG404", $"{path} is an address of the site itself. Choose another.");
        return path.Length == 1 ? "" : path;
    }

    private static IEnumerable<string> Notices(Fields fields)
    {
        foreach (var notice in fields.List("notice"))
        {
            if (_notices.Contains(notice.Value, StringComparer.Ordinal))
                yield return notice.Value;
            else
                fields.Wrong(notice, $"\"notice\" does not know \"{notice.Value}\".{Nearest.Hint(notice.Value, _notices)} Known: {string.Join(", ", _notices)}.");
        }
    }

    private static DateTimeOffset? Publish(Fields fields)
    {
        if (fields.Optional("publish") is not { } text)
            return null;
        if (DateTimeOffset.TryParseExact(text, _times, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time))
            return time;
        fields.Wrong("publish", "\"publish\" is a UTC time such as 2026-11-20T08:00Z.");
        return null;
    }

    private static IEnumerable<(string Address, int Line, int Column)> Aliases(SourceText file, Fields fields)
    {
        foreach (var alias in fields.List("aliases"))
        {
            if (Addresses.AreTaken(alias.Value.TrimEnd('/')))
                file.Error(alias.Line, alias.Column, "AG112", $"{alias.Value} is an address of the site itself, and leads there whatever stands here. Take it out.");
            else if (alias.Value.StartsWith('/') && alias.Value.Length > 1 && alias.Value.Skip(1).All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.' or '/')
                && !alias.Value.Contains("//", StringComparison.Ordinal) && alias.Value.Split('/').All(part => part is not ("." or "..")))
                yield return (alias.Value.TrimEnd('/'), alias.Line, alias.Column);
            else
                file.Error(alias.Line, alias.Column, "AG112", "An alias is an old address of this page, such as /old-name.");
        }
    }

    private static IEnumerable<(string Old, string New, int Line, int Column)> Anchors(SourceText file, Fields fields)
    {
        if (fields.Map("anchors", required: false) is not { } anchors)
            yield break;
        foreach (var field in anchors.Each)
        {
            if (field.Value is YamlText { Value.Length: > 0 } target && field.Key.Value.Length > 0 && field.Key.Value.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.'))
                yield return (field.Key.Value, target.Value, target.Line, target.Column);
            else
                file.Error(field.Key.Line, field.Key.Column, "AG112", "\"anchors\" holds { old-id: new-id }.");
        }
    }
}
