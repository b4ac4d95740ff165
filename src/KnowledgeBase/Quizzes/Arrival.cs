namespace KnowledgeBase.Quizzes;

/// <summary>When a request reached us: read before anything waits for its body, so that a slow line costs nobody their answer.</summary>
internal sealed record Arrival(DateTimeOffset Time)
{
    public static DateTimeOffset Of(HttpContext context) => context.Features.Get<Arrival>()!.Time;
}
