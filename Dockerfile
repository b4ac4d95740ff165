FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
WORKDIR /source
# The package graph first, so that it is restored again only when it changes.
COPY global.json Directory.Build.props Directory.Packages.props ./
COPY src/KnowledgeBase/KnowledgeBase.csproj src/KnowledgeBase/
RUN dotnet restore src/KnowledgeBase -p:PublishReadyToRun=true -r linux-$(dpkg --print-architecture | sed 's/amd64/x64/')
COPY .editorconfig ./
COPY src src
# ReadyToRun: the first article comes a third sooner.
RUN dotnet publish src/KnowledgeBase --no-restore -c Release -o /app \
    -p:PublishReadyToRun=true --self-contained false -r linux-$(dpkg --print-architecture | sed 's/amd64/x64/')
# The final image has no shell to make a folder with.
RUN mkdir /data && chown 1654:1654 /data

FROM mcr.microsoft.com/dotnet/aspnet:10.0-noble-chiseled-extra
WORKDIR /app
COPY --from=build /app .
COPY content content
COPY --from=build --chown=1654:1654 /data /data
ENV Storage__ConnectionString="Data Source=/data/knowledge.db" \
    Content__Folder=/app/content \
    DOTNET_EnableDiagnostics=0
USER 1654
VOLUME /data
EXPOSE 8080
HEALTHCHECK --interval=10s --timeout=6s --start-period=60s CMD ["dotnet", "KnowledgeBase.dll", "--healthcheck"]
ENTRYPOINT ["dotnet", "KnowledgeBase.dll"]
