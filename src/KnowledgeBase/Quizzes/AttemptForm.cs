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
        var changed = new List<(SheetItem Item, SavedAnswer Answer)>();
        foreach (var item in sheet.Items.Where(item => form.ContainsKey($"seq-{item.Position}")))
        {
            if (Read(sheet, item, form) is not { } posted)
                return null;
            var stored = state.Answer(item.Position);
            if (stored.Flagged != posted.Flagged || stored.Confidence != posted.Confidence || Written(item, stored) != Written(item, posted))
                changed.Add((item, posted));
        }

        var saved = await Task.WhenAll(changed.Select(async one =>
            (one.Item.Position, Result: await answers.SaveAsync(sheet, one.Item, one.Answer, received))));
        return [.. saved.Where(one => one.Result.Outcome is SaveOutcome.Stale or SaveOutcome.Checked).Select(one => one.Position)];
    }

    private static string Written(SheetItem item, SavedAnswer answer) => Choices.Write(item.Question.Kind, answer.Choices);

    private static SavedAnswer? Read(AttemptSheet sheet, SheetItem item, IFormCollection form)
    {
        var choices = Choices.Posted(item.Question.Kind, [.. form[$"q-{item.Position}"].OfType<string>()]);
        var known = long.TryParse(form[$"seq-{item.Position}"], NumberStyles.None, CultureInfo.InvariantCulture, out var seq);
        var confidence = form[$"confidence-{item.Position}"].ToString() switch { "1" => 1, "2" => 2, "3" => 3, _ => 0 };
        return known && seq < SavedAnswer.MostSeq && item.Question.Admits(choices)
            ? new(seq + 1, choices, form.ContainsKey($"flag-{item.Position}"), sheet.AsksConfidence ? confidence : 0)
            : null;
    }
}
