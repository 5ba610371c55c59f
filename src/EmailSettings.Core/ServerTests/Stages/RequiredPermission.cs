using EmailSettings.Core.OAuth;

namespace EmailSettings.Core.ServerTests.Stages;

/// <summary>The permission that a test needs in its token.</summary>
/// <param name="Right">The permission.</param>
/// <param name="Name">Its name for administrators.</param>
internal sealed record RequiredPermission(TokenRights Right, string Name)
{
    public static RequiredPermission Of(TestKind kind, TokenPurpose purpose, TestAuthentication authentication)
    {
        var isUser = authentication == TestAuthentication.OAuthUser;
        return (purpose, kind) switch
        {
            (TokenPurpose.Graph, TestKind.Outgoing) => new(TokenRights.GraphSend, "Mail.Send"),
            (TokenPurpose.Graph, _) => new(TokenRights.GraphRead, "Mail.ReadWrite"),
            (TokenPurpose.Smtp, _) => new(TokenRights.Smtp, isUser ? "SMTP.Send" : "SMTP.SendAsApp"),
            _ => new(TokenRights.Imap, isUser ? "IMAP.AccessAsUser.All" : "IMAP.AccessAsApp"),
        };
    }
}
