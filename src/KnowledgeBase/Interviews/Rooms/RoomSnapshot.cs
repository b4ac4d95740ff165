namespace KnowledgeBase.Interviews.Rooms;

/// <summary>A room and everybody in it at one moment; who was removed is not among them.</summary>
/// <param name="People">The best first.</param>
internal sealed record RoomSnapshot(LiveRoom Room, IReadOnlyList<RoomStanding> People)
{
    public int Answered => People.Count(person => person.Given is not null);

    /// <summary>Places by points; equal points share a place.</summary>
    public static RoomSnapshot Of(
        LiveRoom room, IEnumerable<RoomMember> members, IReadOnlyDictionary<Guid, int> points, IReadOnlyDictionary<Guid, RoomGiven> given)
    {
        var people = members
            .Select(member => new RoomStanding(
                member.LearnerId, member.Name, member.FromQuestion, member.JoinedAt, points.GetValueOrDefault(member.LearnerId), 0, given.GetValueOrDefault(member.LearnerId)))
            .OrderByDescending(person => person.Points).ThenBy(person => person.JoinedAt).ThenBy(person => person.Learner).ToArray();
        for (var i = 0; i < people.Length; i++)
            people[i] = people[i] with { Rank = i > 0 && people[i - 1].Points == people[i].Points ? people[i - 1].Rank : i + 1 };
        return new(room, people);
    }
}

/// <param name="Points">Of the questions that have been revealed.</param>
/// <param name="Given">What they answered to the current question; null: nothing yet.</param>
internal sealed record RoomStanding(Guid Learner, string Name, int FromQuestion, DateTimeOffset JoinedAt, int Points, int Rank, RoomGiven? Given);

/// <param name="Choices">As stored.</param>
internal sealed record RoomGiven(string Choices, double Mark, int Points);
