using System.Globalization;

namespace KnowledgeBase.Interviews.Scorecards;

/// <summary>
/// The whole sheet posted as a form, as a browser without scripts does with every Save. Each part brings the number that it was
/// based on; what differs from the store is saved under the next number.
/// </summary>
internal sealed class SheetForm(SheetCatalog sheets, SheetStore store)
{
    /// <summary>How many parts somebody else (another tab or device) had changed in between; there the stored text stands. Null if the form was not one of ours.</summary>
    public async Task<int?> SaveAsync(Guid interview, Guid learner, Plan plan, IFormCollection form, DateTimeOffset received)
    {
        var sheet = await sheets.OwnAsync(interview, learner);
        var saves = new List<Func<Task<SheetOutcome>>>();
        foreach (var question in plan.Questions)
        {
            foreach (var criterion in question.Criteria.Where(criterion => form.ContainsKey(Field("seq", question.Position, criterion.Id))))
            {
                if (Score(form, question.Position, criterion.Id) is not { } posted)
                    return null;
                var (position, id, stored) = (question.Position, criterion.Id, sheet.Score(question.Position, criterion.Id));
                if (posted.Level != stored.Level || posted.Evidence != stored.Evidence)
                    saves.Add(async () => (await store.SaveScoreAsync(interview, learner, position, id, posted, received)).Outcome);
            }
        }
        for (var position = Sheet.General; position <= plan.Questions.Count; position++)
        {
            var at = position;
            if (!form.ContainsKey(NoteField("noteseq", at)))
                continue;
            if (Number(form[NoteField("noteseq", at)]) is not { } seq || Typed.Lines(form[NoteField("note", at)], PanelNote.LongestText) is not { } text)
                return null;
            if (text != sheet.Note(at).Text)
                saves.Add(async () => (await store.SaveNoteAsync(interview, learner, at, new(seq, text), received)).Outcome);
        }
        var outcomes = await Task.WhenAll(saves.Select(save => save()));
        return outcomes.Count(outcome => outcome != SheetOutcome.Saved);
    }

    public static string Field(string what, int position, string criterion) => string.Create(CultureInfo.InvariantCulture, $"{what}-{position}-{criterion}");

    public static string NoteField(string what, int position) => string.Create(CultureInfo.InvariantCulture, $"{what}-{position}");

    private static SavedScore? Score(IFormCollection form, int position, string criterion)
    {
        var level = form[Field("level", position, criterion)].ToString() switch { "" => 0, ['1' or '2' or '3' or '4'] one => one[0] - '0', _ => -1 };
        return Number(form[Field("seq", position, criterion)]) is { } seq && level >= 0
            && Typed.Lines(form[Field("evidence", position, criterion)], CriterionScore.LongestEvidence) is { } evidence
                ? new(seq, level, evidence)
                : null;
    }

    /// <summary>The number under which a change of what had this one is saved.</summary>
    private static long? Number(string? text) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seq) && seq < SheetEndpoint.MostSeq ? seq + 1 : null;
}
