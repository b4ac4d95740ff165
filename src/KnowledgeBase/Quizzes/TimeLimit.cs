using System.Globalization;
using KnowledgeBase.Questions;

namespace KnowledgeBase.Quizzes;

/// <summary>How long an attempt may take.</summary>
internal static class TimeLimit
{
    /// <summary>WCAG 2.2.1: the learner may stretch the limit or, with 0, switch it off.</summary>
    public static readonly double[] Multipliers = [1, 1.25, 1.5, 2, 10, 0];

    /// <summary>As forms carry it.</summary>
    public static string Written(double multiplier) => multiplier == 0 ? "off" : multiplier.ToString(CultureInfo.InvariantCulture);

    /// <summary>Null for anything that <see cref="Written"/> does not write.</summary>
    public static double? Read(string text)
    {
        foreach (var multiplier in Multipliers)
        {
            if (Written(multiplier) == text)
                return multiplier;
        }
        return null;
    }

    /// <summary>What a paper gives at ×1, in whole minutes.</summary>
    public static int Minutes(Blueprint blueprint, IEnumerable<Candidate> drawn) =>
        blueprint.Minutes ?? Math.Max(1, (int)Math.Ceiling(drawn.Sum(one => one.Seconds) / 60.0));

    /// <summary>Null: untimed, as practice and review always are.</summary>
    public static DateTimeOffset? Deadline(DateTimeOffset start, int minutes, AttemptMode mode, double multiplier) =>
        mode != AttemptMode.Exam || multiplier == 0 ? null : start.AddMinutes(minutes * multiplier);
}
