using KnowledgeBase.Learners;
using KnowledgeBase.Shell;
using Microsoft.AspNetCore.Http.Features;

namespace KnowledgeBase.Interviews.Rooms;

/// <summary>The event stream of a room: the state on connecting, and then on every change.</summary>
internal static class RoomEvents
{
    public static async Task GetAsync(string code, HttpContext context, RoomCatalog rooms, RoomStreams streams, TimeProvider time)
    {
        var learner = context.User.LearnerId();
        if (await rooms.FindAsync(code) is not { } room || await AudienceAsync(room.Sheet, context.Request.Query, learner, rooms) is not { } audience)
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }
        var listener = new RoomListener(audience, audience == RoomAudience.Member ? learner : null, SiteLanguage.Current);
        if (!streams.Add(room.Sheet.Id, listener))
        {
            context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            return;
        }
        try
        {
            context.Features.Get<IHttpResponseBodyFeature>()?.DisableBuffering();
            context.Response.ContentType = "text/event-stream";
            context.Response.Headers.CacheControl = "no-store";
            // A proxy must not gather events.
            context.Response.Headers["X-Accel-Buffering"] = "no";
            var body = context.Response.Body;
            await body.WriteAsync(RoomFrame.Hello, context.RequestAborted);
            await body.FlushAsync(context.RequestAborted);
            // A stream lives for an evening; what was needed to find out who asks (a database context among it) must not.
            if (context.Features.Get<IServiceProvidersFeature>() is RequestServicesFeature services)
                await services.DisposeAsync();
            while (await listener.NextAsync(context.RequestAborted) is { } next)
            {
                if (next is (null, null))
                    await body.WriteAsync(RoomFrame.Beat, context.RequestAborted);
                if (next.State is { } state)
                {
                    await body.WriteAsync(state, context.RequestAborted);
                    // A state may be older than this moment; the clock must not be.
                    await body.WriteAsync(RoomFrame.Time(time.GetUtcNow()), context.RequestAborted);
                }
                if (next.Own is { } own)
                    await body.WriteAsync(own, context.RequestAborted);
                await body.FlushAsync(context.RequestAborted);
            }
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // They left.
        }
        finally
        {
            streams.Remove(room.Sheet.Id, listener);
        }
    }

    private static async Task<RoomAudience?> AudienceAsync(RoomSheet room, IQueryCollection query, Guid? learner, RoomCatalog rooms)
    {
        if (query["as"] == "screen")
            return RoomScreen.Admits(room, learner, query["key"]) ? RoomAudience.Screen : null;
        if (learner == room.HostId)
            return RoomAudience.Host;
        return await rooms.MemberAsync(room.Id, learner) is { RemovedAt: null } ? RoomAudience.Member : null;
    }
}
