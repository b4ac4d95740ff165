using System.Globalization;
using KnowledgeBase.Questions;

namespace KnowledgeBase.Quizzes;

/// <summary>
/// The whole attempt page posted as a form, as a browser without scripts does with every Save. For each question <c>seq-n</c> is the
/// number its choices were based on; what differs from the store is saved under the next number.
/// </summary>
internal sealed class AttemptForm(AttemptCatalog attempts, AnswerStore answers)
{
    /// <summary>Positions that somebody else (another tab or device) had changed in between; there the stored answer stands. Null if the form was not one of ours.</summary>
    public async Task<IReadOnlyList<int>?> SaveAsync(AttemptSheet sheet, IFormCollection form, DateTimeOffset received)
    {
        var state = await attempts.StateAsync(sheet);
        var changed = new List<(int Position, SavedAnswer Answer)>();
        foreach (var item in sheet.Items.Where(item => form.ContainsKey($"seq-{item.Position}")))
        {
            if (Read(item, form) is not { } posted)
                return null;
            var stored = state.Answer(item.Position);
            if (stored.Flagged != posted.Flagged || Choices.Write(stored.Choices) != Choices.Write(posted.Choices))
                changed.Add((item.Position, posted));
        }

        var saved = await Task.WhenAll(changed.Select(async one =>
            (one.Position, Result: await answers.SaveAsync(sheet.Id, one.Position, one.Answer, received))));
        return [.. saved.Where(one => one.Result.Outcome == SaveOutcome.Stale).Select(one => one.Position)];
    }

    private static SavedAnswer? Read(SheetItem item, IFormCollection form)
    {
        string[] choices = [.. form[$"q-{item.Position}"].OfType<string>()];
        var known = long.TryParse(form[$"seq-{item.Position}"], NumberStyles.None, CultureInfo.InvariantCulture, out var seq);
        return known && seq < SavedAnswer.MostSeq && item.Question.Admits(choices) ? new(seq + 1, choices, form.ContainsKey($"flag-{item.Position}")) : null;
    }
}
