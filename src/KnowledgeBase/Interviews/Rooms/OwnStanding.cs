using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using KnowledgeBase.Questions;
using KnowledgeBase.Quizzes;
using Microsoft.Extensions.Localization;

namespace KnowledgeBase.Interviews.Rooms;

/// <summary>What a member sees of themselves: small enough to be made a thousand times a second.</summary>
/// <param name="Key">The state it belongs to, see <see cref="RoomView.Key"/>.</param>
/// <param name="Bar">Their place and points.</param>
/// <param name="Note">What has become of their answer.</param>
/// <param name="Tone">"ok", "bad", "warn" or nothing.</param>
/// <param name="Choices">What they answered, for their other devices.</param>
public sealed record OwnStanding(string Key, string Bar, string Note, string Tone, bool Answered, IReadOnlyList<string> Choices)
{
    private static readonly JsonSerializerOptions Written = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public string ToJson() => JsonSerializer.Serialize(this, Written);

    internal static OwnStanding Of(RoomSnapshot snapshot, RoomStanding own, OwnWords words)
    {
        var (sheet, state) = snapshot.Room;
        var key = string.Create(CultureInfo.InvariantCulture, $"{state.Phase}-{state.Position}");
        var bar = state.Told == 0 ? own.Name : string.Format(CultureInfo.InvariantCulture, words.Place, own.Rank, snapshot.People.Count, own.Points);
        if (sheet.Item(state.Position) is not { } item || state.Phase is RoomPhase.Lobby or RoomPhase.Ended)
            return new(key, bar, state.Phase == RoomPhase.Lobby ? words.Waiting : "", "", false, []);

        var choices = own.Given is { } given ? Questions.Choices.Read(item.Question.Kind, given.Choices) : [];
        if (state.Phase == RoomPhase.Asking)
            return own.Given is null ? new(key, bar, "", "", false, []) : new(key, bar, words.Received, "ok", true, choices);
        if (own.FromQuestion > state.Position)
            return new(key, bar, string.Format(CultureInfo.InvariantCulture, words.FromQuestion, own.FromQuestion), "", false, []);
        return own.Given is null ? new(key, bar, words.NotAnswered, "warn", false, []) : new(key, bar, Outcome(item, own.Given, choices, words), ToneOf(own.Given.Mark), true, choices);
    }

    private static string Outcome(SheetItem item, RoomGiven given, string[] choices, OwnWords words)
    {
        var text = new StringBuilder(given.Mark >= 1 ? words.Right : given.Mark > 0 ? words.Partly : words.Wrong);
        if (item.Question.Body.Options.Length > 0)
        {
            var letters = item.OptionOrder.Index().Where(one => choices.Contains(one.Item, StringComparer.Ordinal)).Select(one => Letters.Of(one.Index));
            text.Append(' ').AppendFormat(CultureInfo.InvariantCulture, words.Chose, string.Join(' ', letters));
        }
        else if (item.Question.Kind == QuestionKind.Numeric)
            text.Append(' ').AppendFormat(CultureInfo.InvariantCulture, words.Chose, choices[0]);
        return text.Append(' ').AppendFormat(CultureInfo.InvariantCulture, words.Gained, given.Points).ToString();
    }

    private static string ToneOf(double mark) => mark >= 1 ? "ok" : mark > 0 ? "warn" : "bad";
}

/// <summary>Its sentences in one language, looked up once.</summary>
internal sealed record OwnWords(
    string Place, string Waiting, string Received, string NotAnswered, string FromQuestion, string Right, string Partly, string Wrong, string Chose, string Gained)
{
    public static OwnWords Of(IStringLocalizer<Words> words) => new(
        words["OwnPlace"], words["Waiting"], words["Received"], words["NotAnswered"], words["OwnFromQuestion"],
        words["OwnRight"], words["OwnPartly"], words["OwnWrong"], words["OwnChose"], words["OwnGained"]);
}
