using System.Runtime.CompilerServices;

namespace KnowledgeBase.BrowserTests.Access;

/// <summary>Run only when KB_SCREENSHOTS=1 asks for pictures; not counted as skipped otherwise.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class PictureTheoryAttribute : TheoryAttribute
{
    public PictureTheoryAttribute([CallerFilePath] string? file = null, [CallerLineNumber] int line = -1)
        : base(file, line) => Explicit = Environment.GetEnvironmentVariable("KB_SCREENSHOTS") != "1";
}
