namespace EmailSettings.Integration.Tests.Servers.Cases;

/// <summary>The mail servers other than Postfix and Dovecot.</summary>
internal static class ServerKinds
{
    public static IReadOnlyList<ServerKind> All { get; } = [EximServer.Kind, NodeServer.Kind, OpenSmtpdServer.Kind, CourierServer.SendingKind, CourierServer.MailboxKind, CyrusServer.Kind];

    public static ServerKind Named(string name) => All.Single(kind => kind.Name == name);
}
