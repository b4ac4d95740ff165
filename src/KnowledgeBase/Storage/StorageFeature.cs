using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;

namespace KnowledgeBase.Storage;

internal static class StorageFeature
{
    public static void AddStorage(this IHostApplicationBuilder builder)
    {
        builder.Services.AddOptions<StorageOptions>().BindConfiguration(StorageOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        builder.Services.AddSingleton<Database>();
        builder.Services.AddPooledDbContextFactory<KnowledgeDb>((services, options) => services.GetRequiredService<Database>().Configure(options));
        builder.Services.AddScoped(services => services.GetRequiredService<IDbContextFactory<KnowledgeDb>>().CreateDbContext());
        builder.Services.AddDataProtection().SetApplicationName("KnowledgeBase").PersistKeysToDbContext<KnowledgeDb>();
        builder.Services.AddSingleton<WriteQueue>();
        builder.Services.AddSingleton<Pulse>();
        builder.Services.AddHostedService(services => services.GetRequiredService<WriteQueue>());
    }
}
