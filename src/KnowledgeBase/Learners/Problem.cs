using System.Globalization;
using Microsoft.Extensions.Localization;

namespace KnowledgeBase.Learners;

/// <summary>Why a form was not accepted: the field to look at and the key of the sentence in <see cref="Words"/>.</summary>
public sealed record Problem(string Field, string Reason)
{
    /// <summary>For the console and the log, which speak English wherever they run.</summary>
    internal static string InEnglish(IEnumerable<Problem> problems, IStringLocalizer<Words> words)
    {
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("en");
        return string.Join(' ', problems.Select(problem => words[problem.Reason].Value));
    }
}
