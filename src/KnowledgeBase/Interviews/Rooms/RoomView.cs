using System.Globalization;
using KnowledgeBase.Questions;

namespace KnowledgeBase.Interviews.Rooms;

public enum RoomAudience
{
    Member,
    Screen,
    Host,
}

/// <summary>
/// What one kind of people sees of a room, in one language; the same for all of them. Before the reveal only the host's holds
/// the key, and nobody's holds what an answer earned.
/// </summary>
public sealed record RoomView(
    string Code, string Title, RoomPhase Phase, int Position, int Count, int Revision, bool Locked, RoomPace Pace, RoomScoring Scoring, int Seconds,
    long? ClosesAt, long Now)
{
    private const int MostNames = 60;
    private const int MostOnBoard = 10;

    /// <summary>While it is asked; without the key.</summary>
    public Prompt? Prompt { get; private init; }

    /// <summary>With the key: after the reveal, and always for the host.</summary>
    public Solution? Solution { get; private init; }
    public IReadOnlyList<RoomPerson> People { get; private init; } = [];
    public int Members { get; private init; }
    public int Answered { get; private init; }
    public IReadOnlyList<BoardLine> Board { get; private init; } = [];
    public IReadOnlyList<GivenCount> Given { get; private init; } = [];

    /// <summary>What is on the page: as long as it stays the same, nothing of it is exchanged under somebody's hands.</summary>
    public string Key => string.Create(CultureInfo.InvariantCulture, $"{Phase}-{Position}");

    public bool IsLast => Position == Count;

    internal static RoomView Of(RoomSnapshot snapshot, RoomAudience audience, string language, DateTimeOffset now)
    {
        var (sheet, state) = snapshot.Room;
        var item = sheet.Item(state.Position);
        var asking = state.Phase == RoomPhase.Asking && item is not null;
        var revealed = state.Phase == RoomPhase.Revealed && item is not null;
        return new(
            sheet.Code, sheet.Title[language], state.Phase, state.Position, sheet.Items.Count, state.Revision, state.Locked, sheet.Pace, sheet.Scoring, sheet.Seconds,
            asking ? state.ClosesAt?.ToUnixTimeMilliseconds() : null, now.ToUnixTimeMilliseconds())
        {
            Prompt = asking ? Prompt.Of(item!.Question, item.OptionOrder, language) : null,
            Solution = revealed || (asking && audience == RoomAudience.Host) ? Solution.Of(item!.Question, item.OptionOrder, [], language) : null,
            Members = snapshot.People.Count,
            Answered = snapshot.Answered,
            People = PeopleOf(snapshot, audience),
            Board = revealed || state.Phase == RoomPhase.Ended || audience == RoomAudience.Host ? BoardOf(snapshot, state.Phase == RoomPhase.Ended) : [],
            Given = revealed ? GivenCount.Of(snapshot, item!) : [],
        };
    }

    // The host needs everybody, to remove them; the others only want to see that somebody is there.
    private static IReadOnlyList<RoomPerson> PeopleOf(RoomSnapshot snapshot, RoomAudience audience)
    {
        if (audience != RoomAudience.Host && snapshot.Room.State.Phase != RoomPhase.Lobby)
            return [];
        var people = snapshot.People.OrderBy(person => person.JoinedAt).ThenBy(person => person.Learner);
        return [.. (audience == RoomAudience.Host ? people : people.Take(MostNames)).Select(person => new RoomPerson(
            audience == RoomAudience.Host ? person.Learner : Guid.Empty, person.Name, person.FromQuestion, audience == RoomAudience.Host && person.Given is not null))];
    }

    private static IReadOnlyList<BoardLine> BoardOf(RoomSnapshot snapshot, bool whole) =>
        [.. snapshot.People.Take(whole ? RoomJoining.MostMembers : MostOnBoard).Select(person => new BoardLine(person.Rank, person.Name, person.Points, person.FromQuestion))];
}

/// <param name="Id">Only the host is told.</param>
/// <param name="Answered">Only the host is told.</param>
public sealed record RoomPerson(Guid Id, string Name, int FromQuestion, bool Answered);

public sealed record BoardLine(int Rank, string Name, int Points, int FromQuestion);

/// <summary>How many gave an answer, after the reveal.</summary>
/// <param name="Key">The letter of an option, or the name of what it is for the kinds without options.</param>
/// <param name="IsLetter">Otherwise the key is a word.</param>
public sealed record GivenCount(string Key, bool IsLetter, int Count, int Share, bool Right)
{
    internal static IReadOnlyList<GivenCount> Of(RoomSnapshot snapshot, Quizzes.SheetItem item)
    {
        var all = Math.Max(1, snapshot.People.Count);
        var given = snapshot.People.Select(person => person.Given).OfType<RoomGiven>().ToList();
        var none = One("None", letter: false, snapshot.People.Count - given.Count, right: false);
        if (item.Question.Body.Options.Length == 0)
        {
            return
            [
                One("Right", letter: false, given.Count(one => one.Mark >= 1), right: true),
                One("Partly", letter: false, given.Count(one => one.Mark is > 0 and < 1), right: false),
                One("Wrong", letter: false, given.Count(one => one.Mark <= 0), right: false),
                none,
            ];
        }
        var chosen = given.Select(one => Choices.Read(item.Question.Kind, one.Choices)).ToList();
        return
        [
            .. item.OptionOrder.Select((id, index) => One(
                Letters.Of(index), letter: true, chosen.Count(choices => choices.Contains(id, StringComparer.Ordinal)),
                item.Question.Body.Options.First(option => option.Id == id).Correct)),
            none,
        ];

        GivenCount One(string key, bool letter, int count, bool right) => new(key, letter, count, (int)Math.Round(100.0 * count / all), right);
    }
}
