using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using KnowledgeBase.Content;
using KnowledgeBase.Learners;
using KnowledgeBase.Questions;
using KnowledgeBase.Quizzes;
using KnowledgeBase.Storage;
using KnowledgeBase.Tests.Quizzes;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace KnowledgeBase.Tests.Statistics;

/// <summary>The whole site with papers and closed attempts put straight into its database. Every test brings its own papers and questions.</summary>
public sealed class StatisticsSite : Site
{
    public const string Section = "statistics-section";

    public StatisticsSite() => SeedAsync().GetAwaiter().GetResult();

    internal QueryRecorder Recorder { get; } = new();

    protected override string ContentFolder => TinyBook.Folder;

    internal T Get<T>() where T : notnull => Services.GetRequiredService<T>();

    /// <summary>A browser signed in with this role; the name is what the log of regrades says.</summary>
    internal async Task<HttpClient> BrowserAsync(LearnerRole role = LearnerRole.Author, string name = "Ada")
    {
        var id = await LearnerAsync(role, name);
        await using var scope = Services.CreateAsyncScope();
        var signIn = scope.ServiceProvider.GetRequiredService<SignInManager<Learner>>();
        var principal = await signIn.CreateUserPrincipalAsync((await signIn.UserManager.FindByIdAsync($"{id}"))!);
        var options = Services.GetRequiredService<IOptionsMonitor<CookieAuthenticationOptions>>().Get(IdentityConstants.ApplicationScheme);
        var properties = new AuthenticationProperties { IssuedUtc = Clock.GetUtcNow(), ExpiresUtc = Clock.GetUtcNow().AddDays(14) };
        var browser = Browser();
        browser.DefaultRequestHeaders.Add("Cookie", $"__Host-learner={options.TicketDataFormat.Protect(new(principal, properties, IdentityConstants.ApplicationScheme))}");
        return browser;
    }

    internal async Task<Guid> LearnerAsync(LearnerRole role = LearnerRole.Learner, string name = "")
    {
        await using var db = await OpenDatabaseAsync();
        var learner = Learner.New(Clock.GetUtcNow());
        (learner.Role, learner.DisplayName, learner.RegisteredAt) = (role, name, Clock.GetUtcNow());
        db.Add(learner);
        await db.SaveChangesAsync();
        return learner.Id;
    }

    internal async Task<string> PaperAsync(PaperRules? rules = null)
    {
        var key = $"paper-{Guid.NewGuid():N}";
        await using var db = await OpenDatabaseAsync();
        db.Add(new Paper
        {
            Key = key,
            Scope = PaperScope.Mixed,
            Position = 1,
            Title = new($"试卷 {key}", $"Paper {key}"),
            Summary = new("", ""),
            Blueprint = new() { Sections = [Section], Count = 4 },
            Rules = rules ?? PaperRules.None,
        });
        await db.SaveChangesAsync();
        return key;
    }

    internal async Task<Question> QuestionAsync(QuestionKind kind = QuestionKind.Single)
    {
        await using var db = await OpenDatabaseAsync();
        return await TestQuestions.AddAsync(db, $"{Section}/q-{Guid.NewGuid():N}", Section, kind);
    }

    internal async Task<Question[]> QuestionsAsync(int count)
    {
        var questions = new List<Question>();
        for (var i = 0; i < count; i++)
            questions.Add(await QuestionAsync());
        return [.. questions];
    }

    /// <summary>A closed attempt; of each question the options chosen (empty: unanswered) and the mark.</summary>
    internal async Task<Guid> SatAsync(string paper, Sat sat, params (Question Question, string Choices, double Mark)[] items)
    {
        var learner = sat.Learner ?? await LearnerAsync();
        var closed = Clock.GetUtcNow().AddMinutes(-1);
        var confidence = sat.Rules?.Confidence ?? ConfidenceUse.None;
        await using var db = await OpenDatabaseAsync();
        var id = Guid.CreateVersion7();
        db.Add(new Attempt
        {
            Id = id,
            LearnerId = learner,
            PaperKey = paper,
            PaperTitle = new("试卷", "Paper"),
            Mode = sat.Mode,
            Language = sat.Language,
            Seed = 1,
            Rules = sat.Rules ?? PaperRules.None,
            Number = sat.Number,
            StartedAt = closed.AddMinutes(-10),
            Deadline = null,
            Multiplier = 1,
            ClosedAt = closed,
            Score = items.Sum(item => ConfidenceMarking.Points(confidence, item.Mark, item.Choices.Length > 0, sat.Confidence)),
            MaximumScore = items.Length * ConfidenceMarking.Maximum(confidence),
        });
        foreach (var (index, (question, choices, mark)) in items.Index())
        {
            db.Add(new AttemptItem { AttemptId = id, Position = index + 1, QuestionId = question.Id, VersionId = sat.Version ?? question.CurrentVersion, OptionOrder = ["c", "a", "b"], Mark = mark });
            if (choices.Length > 0)
                db.Add(new Answer { AttemptId = id, Position = index + 1, Seq = 1, Choices = choices, Flagged = false, Confidence = sat.Confidence, SavedAt = closed });
        }
        await db.SaveChangesAsync();
        return id;
    }

    internal static async Task<IHtmlDocument> PageAsync(HttpClient browser, string address)
    {
        using var response = await browser.GetAsync(address, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return await new HtmlParser().ParseDocumentAsync(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    /// <summary>Sends the page's form to that address as a browser without scripts would.</summary>
    internal static async Task<HttpResponseMessage> SubmitAsync(HttpClient browser, IHtmlDocument page, string action)
    {
        var form = page.QuerySelectorAll<IHtmlFormElement>("form").Single(form => form.Method == "post" && form.GetAttribute("action") == action);
        var fields = form.QuerySelectorAll<IHtmlInputElement>("input[name]").Select(input => new KeyValuePair<string, string>(input.Name!, input.Value));
        return await browser.PostAsync(action, new FormUrlEncodedContent(fields), TestContext.Current.CancellationToken);
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        builder.ConfigureServices(services => services.ConfigureDbContext<KnowledgeDb>(options => options.AddInterceptors(Recorder)));
    }

    private async Task SeedAsync()
    {
        await using var db = await OpenDatabaseAsync();
        db.Add(new Chapter { Slug = "statistics-chapter", Position = 100, Title = new("章", "Chapter"), Summary = new("", "") });
        db.Add(new Section { Slug = Section, Chapter = "statistics-chapter", Position = 1, Title = new("节", "Section"), Short = new("节", "Section") });
        await db.SaveChangesAsync();
        Get<Book>().Forget();
    }
}

/// <summary>How an attempt was sat; what is not said is as usual.</summary>
internal sealed record Sat
{
    public Guid? Learner { get; init; }
    public AttemptMode Mode { get; init; } = AttemptMode.Exam;
    public string Language { get; init; } = "zh";
    public int Number { get; init; } = 1;
    public PaperRules? Rules { get; init; }

    /// <summary>With every answer.</summary>
    public int Confidence { get; init; }

    /// <summary>Null: the current one.</summary>
    public int? Version { get; init; }
}
