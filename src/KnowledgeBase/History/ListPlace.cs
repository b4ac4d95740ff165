using System.Globalization;
using KnowledgeBase.Quizzes;

namespace KnowledgeBase.History;

/// <summary>
/// A place in the list of closed attempts, newest first: the row after which (or before which) a page begins. A place stays
/// where it is when new attempts come in, which a page number would not. The id settles attempts that closed together.
/// </summary>
internal sealed record ListPlace(DateTimeOffset ClosedAt, Guid Id)
{
    public static ListPlace Of(AttemptRow row) => new(row.ClosedAt!.Value, row.Id);

    /// <summary>Null for anything that <see cref="ToString"/> did not write.</summary>
    public static ListPlace? Parse(string? text)
    {
        if (text?.Split('-') is not [var time, var id]
            || !long.TryParse(time, NumberStyles.None, CultureInfo.InvariantCulture, out var milliseconds)
            || milliseconds > DateTimeOffset.MaxValue.ToUnixTimeMilliseconds()
            || !Guid.TryParseExact(id, "N", out var parsed))
            return null;
        return new(DateTimeOffset.FromUnixTimeMilliseconds(milliseconds), parsed);
    }

    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{ClosedAt.ToUnixTimeMilliseconds()}-{Id:N}");

    // The first condition of each is implied by the second; it is there so that the index is entered at the place
    // instead of being read up to it.
    public IQueryable<Attempt> Older(IQueryable<Attempt> closed) => closed.Where(attempt =>
        attempt.ClosedAt <= ClosedAt && (attempt.ClosedAt < ClosedAt || attempt.Id < Id));

    public IQueryable<Attempt> Newer(IQueryable<Attempt> closed) => closed.Where(attempt =>
        attempt.ClosedAt >= ClosedAt && (attempt.ClosedAt > ClosedAt || attempt.Id > Id));
}
