using System.Net;
using Microsoft.Extensions.DependencyInjection;

namespace AvoidantGuide.Web.Tests;

public sealed class PostedFormsTests
{
    [Fact]
    public async Task A_form_that_does_not_arrive_within_two_minutes_is_given_up_however_fast_it_began()
    {
        var clock = new HandTimers();
        await using var site = new Site().With(services => services.AddSingleton<TimeProvider>(clock));
        await site.InitializeAsync();
        using var client = site.CreateClient();
        using var request = new HttpRequestMessage(HttpMethod.Post, "/journal/write") { Content = new Unfinished() };
        request.Headers.Add("Sec-Fetch-Site", "same-origin");
        var answering = client.SendAsync(request, TestContext.Current.CancellationToken);

        (await clock.Begun)();

        var cut = await Assert.ThrowsAsync<OperationCanceledException>(() => answering);
        Assert.False(cut.CancellationToken.IsCancellationRequested);
    }

    /// <summary>The timer of two minutes goes off when it is told to.</summary>
    private sealed class HandTimers : TimeProvider
    {
        private readonly TaskCompletionSource<Action> _begun = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task<Action> Begun => _begun.Task.WaitAsync(TimeSpan.FromSeconds(30));

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            if (dueTime == TimeSpan.FromMinutes(2)) _begun.TrySetResult(() => callback(state));
            return base.CreateTimer(callback, state, dueTime, period);
        }
    }

    private sealed class Unfinished : HttpContent
    {
        private readonly TaskCompletionSource _given = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Unfinished() => Headers.ContentType = new("application/x-www-form-urlencoded");

        protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
        {
            await stream.WriteAsync("step=keep&practice=blank&text-here=wait"u8.ToArray());
            await stream.FlushAsync();
            await _given.Task;
        }

        protected override void Dispose(bool disposing)
        {
            _given.TrySetResult();
            base.Dispose(disposing);
        }

        protected override bool TryComputeLength(out long length)
        {
            length = 0;
            return false;
        }
    }
}
