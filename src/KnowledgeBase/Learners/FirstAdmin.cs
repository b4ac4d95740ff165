using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;

namespace KnowledgeBase.Learners;

/// <summary>Makes the admin of the configuration at start, once: an account that exists is left as it is.</summary>
internal sealed class FirstAdmin(IServiceScopeFactory scopes, IOptions<AdminOptions> options, ILogger<FirstAdmin> log) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        var (email, password) = (options.Value.Email, options.Value.Password);
        if (email.Length == 0)
            return;
        await using var scope = scopes.CreateAsyncScope();
        var learners = scope.ServiceProvider.GetRequiredService<UserManager<Learner>>();
        if (await learners.FindByEmailAsync(email) is { } known)
        {
            if (known.Role != LearnerRole.Admin)
                log.LogWarning("The account of Admin:Email exists and is no admin; make it one with: KnowledgeBase user role {Email} admin", known.Email);
            return;
        }
        var (made, problems) = await scope.ServiceProvider.GetRequiredService<Accounts>().MakeAsync(new("Admin", email, password), LearnerRole.Admin);
        if (made is not null)
            log.LogInformation("Made the first admin, {Email}", made.Email);
        // Replicas that start together race for it; one wins and the others find the email taken.
        else if (problems is not [{ Reason: "EmailTaken" }])
            throw new InvalidOperationException($"Admin:Email or Admin:Password was refused: {Problem.InEnglish(problems, scope.ServiceProvider.GetRequiredService<IStringLocalizer<Words>>())}");
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
