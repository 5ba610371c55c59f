using EmailSettings.Integration.Tests.Certificates;

namespace EmailSettings.Integration.Tests.Servers;

/// <summary>The package smtp-server of npm, on Node.js.</summary>
public sealed class NodeServer(TestCertificateAuthority authority) : SubmissionServer("node", authority)
{
    public const string Program = "/usr/bin/node";
    public const string Package = "node_modules/smtp-server";

    protected override Task<string[]> PrepareAsync(TemporaryFolder folder) => Task.FromResult<string[]>(
    [
        "/usr/bin/env", $"NODE_PATH={UnpackedServers.PathOf("node_modules")}", $"ES_PASSWORD={Password}", Program, Path.Combine(AppContext.BaseDirectory, "Servers", "smtp-server.js"),
        $"{SubmissionPort}", $"{SubmissionsPort}", folder["cert.pem"], folder["key.pem"], User,
    ]);
}
