using KnowledgeBase.Content;
using KnowledgeBase.Learners;
using KnowledgeBase.Questions;
using KnowledgeBase.Quizzes;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace KnowledgeBase.Tests.Learners;

/// <summary>The site, plus one address at which a visitor keeps something and so becomes a guest.</summary>
public class LearnersSite : Site
{
    /// <summary>Hundreds of passwords are hashed here; their strength is not what is tested.</summary>
    private const int Iterations = 5_000;

    public const string Keep = "/keep-something";

    protected override string ContentFolder => TinyBook.Folder;

    internal Visitor Visitor() => new(Browser());

    internal Visitor PlainVisitor() => new(CreateClient(new() { AllowAutoRedirect = false, BaseAddress = new("http://kb.test") }));

    /// <summary>A visitor with an account, signed in.</summary>
    internal async Task<Visitor> LearnerAsync(string email, string password = Learners.Visitor.Password)
    {
        var visitor = Visitor();
        var answer = await visitor.RegisterAsync(email, password);
        Assert.Equal("/zh/account", answer.Headers.Location?.ToString());
        return visitor;
    }

    internal async Task<Learner?> FindAsync(string email)
    {
        await using var db = await OpenDatabaseAsync();
        return await db.Set<Learner>().AsNoTracking().SingleOrDefaultAsync(learner => learner.Email == email);
    }

    internal async Task<List<Guid>> AttemptsOfAsync(Guid learner)
    {
        await using var db = await OpenDatabaseAsync();
        return await db.Set<Attempt>().Where(attempt => attempt.LearnerId == learner).Select(attempt => attempt.Id).ToListAsync();
    }

    internal async Task<Guid> GiveAttemptAsync(Guid learner, string paper = "section-optimizers")
    {
        await using var db = await OpenDatabaseAsync();
        var attempt = new Attempt
        {
            Id = Guid.CreateVersion7(),
            LearnerId = learner,
            PaperKey = paper,
            PaperTitle = new Bilingual("经典优化器", "Classic optimizers"),
            Mode = AttemptMode.Exam,
            Language = "zh",
            Seed = 1,
            StartedAt = Clock.GetUtcNow(),
            Deadline = null,
            Multiplier = 1,
            MaximumScore = 10,
        };
        db.Add(attempt);
        var question = await db.Set<QuestionVersion>().OrderBy(version => version.Id).FirstAsync();
        db.Add(new AttemptItem { AttemptId = attempt.Id, Position = 1, QuestionId = question.QuestionId, VersionId = question.Id, OptionOrder = ["b", "a"] });
        db.Add(new Answer { AttemptId = attempt.Id, Position = 1, Seq = 1, Choices = "b", Flagged = false, SavedAt = Clock.GetUtcNow() });
        await db.SaveChangesAsync();
        return attempt.Id;
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        builder.ConfigureServices(services =>
        {
            // Its timer would ring for every second of the months by which these tests move the clock.
            services.Remove(services.Single(service => service.ImplementationType == typeof(ExpiredAttempts)));
            services.Configure<PasswordHasherOptions>(options => options.IterationCount = Iterations);
            services.AddSingleton<IStartupFilter, KeepFilter>();
        });
    }

    private sealed class KeepFilter : IStartupFilter
    {
        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
        {
            app.Map(Keep, kept => kept.Run(async context =>
            {
                context.User = (await context.AuthenticateAsync()).Principal ?? context.User;
                var id = await context.RequestServices.GetRequiredService<Guests>().EnsureAsync(context.User);
                await context.Response.WriteAsync(id.ToString());
            }));
            next(app);
        };
    }
}

public sealed class InvitedSite : LearnersSite
{
    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        builder.UseSetting("Accounts:Registration", "invited");
    }
}

public sealed class ClosedSite : LearnersSite
{
    public const string AdminEmail = "first@example.com";
    public const string AdminPassword = "porcelain white and cobalt";

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        builder.UseSetting("Accounts:Registration", "closed");
        builder.UseSetting("Admin:Email", AdminEmail);
        builder.UseSetting("Admin:Password", AdminPassword);
    }
}
