using KnowledgeBase.Questions;
using KnowledgeBase.Statistics;
using KnowledgeBase.Storage;
using Microsoft.EntityFrameworkCore;

namespace KnowledgeBase.Interviews.Rooms;

/// <summary>A room that is over, as its host sees it.</summary>
public sealed record RoomReport(
    string Code, string Title, RoomScoring Scoring, DateTimeOffset OpenedAt, DateTimeOffset EndedAt, IReadOnlyList<ReportQuestion> Questions, IReadOnlyList<ReportPerson> People)
{
    /// <summary>Below that many the figures would look different tomorrow.</summary>
    public bool Few => People.Count < ItemAnalysis.EnoughAttempts;
}

/// <param name="Stem">As HTML.</param>
public sealed record ReportQuestion(int Position, string Stem, bool HasMath, int Answered, Figure Facility, Figure Discrimination, double? Seconds);

/// <param name="Cells">For each question.</param>
public sealed record ReportPerson(int Rank, string Name, int FromQuestion, int Points, double Marks, IReadOnlyList<ReportCell> Cells);

/// <summary>Null mark: not answered; not asked: they came later.</summary>
public sealed record ReportCell(bool Asked, double? Mark, int Points, double Seconds);

internal sealed class RoomReports(IDbContextFactory<KnowledgeDb> databases, RoomCatalog rooms)
{
    public async Task<RoomReport> OfAsync(LiveRoom room, string language)
    {
        var (sheet, asked) = (room.Sheet, room.State.Position);
        var people = (await rooms.SnapshotAsync(sheet.Id))!.People;
        await using var db = await databases.CreateDbContextAsync();
        var answers = (await db.Set<RoomAnswer>().AsNoTracking().Where(answer => answer.RoomId == sheet.Id).ToListAsync()).ToDictionary(answer => (answer.LearnerId, answer.Position));
        var languages = await db.Set<RoomMember>().Where(member => member.RoomId == sheet.Id).ToDictionaryAsync(member => member.LearnerId, member => member.Language);
        var items = sheet.Items.Where(item => item.Position <= asked).ToList();

        // The same counting as for the papers' statistics; who came late has fewer questions.
        var tally = new PaperTally();
        foreach (var person in people)
        {
            tally.Add(languages.GetValueOrDefault(person.Learner, language), [.. items.Where(item => item.Position >= person.FromQuestion).Select(item =>
                new SatItem(item.Position, item.Question.QuestionId, item.Question.Id, Of(person, item.Position)?.Mark ?? 0, Of(person, item.Position)?.Choices ?? ""))]);
        }
        var figures = tally.Figures().Questions.ToDictionary(question => question.Question);
        return new(
            sheet.Code, sheet.Title[language], sheet.Scoring, sheet.CreatedAt, room.State.EndedAt!.Value,
            [.. items.Select(item => Question(item, figures.GetValueOrDefault(item.Question.QuestionId)))],
            [.. people.Select(person => new ReportPerson(person.Rank, person.Name, person.FromQuestion, person.Points, items.Sum(item => Of(person, item.Position)?.Mark ?? 0), [.. items.Select(item => Cell(person, item.Position))]))]);

        RoomAnswer? Of(RoomStanding person, int position) => answers.GetValueOrDefault((person.Learner, position));

        ReportCell Cell(RoomStanding person, int position) => Of(person, position) is { } answer
            ? new(true, answer.Mark, answer.Points, Math.Round(answer.Milliseconds / 1000.0, 1))
            : new(position >= person.FromQuestion, null, 0, 0);

        ReportQuestion Question(Quizzes.SheetItem item, ItemFigures? figure)
        {
            var given = people.Select(person => Of(person, item.Position)).OfType<RoomAnswer>().ToList();
            return new(
                item.Position, item.Question.Body.Stem[language], item.Question.Body.HasMath, given.Count,
                figure?.Facility ?? Undefined.TooFew, figure?.Discrimination ?? Undefined.TooFew,
                given.Count == 0 ? null : Math.Round(given.Average(answer => answer.Milliseconds) / 1000, 1));
        }
    }
}
