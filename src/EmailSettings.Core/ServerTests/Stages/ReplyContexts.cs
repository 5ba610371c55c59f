using EmailSettings.Core.ServerTests.Replies;
using EmailSettings.Core.ServerTests.Running;
using EmailSettings.Mail;
using EmailSettings.Mail.Connection;

namespace EmailSettings.Core.ServerTests.Stages;

/// <summary>Collects what a test knows when a server rejects a command.</summary>
internal static class ReplyContexts
{
    public static ReplyContext Of(ServerTestContext context, MailFailure failure, ReplyPosition place)
    {
        var request = context.Plan.Request as OutgoingTestRequest;
        var capabilities = (context.Session as Mail.Smtp.ISmtpSession)?.Capabilities;
        return new ReplyContext
        {
            Place = place,
            Holds = Conditions(context, request),
            Recipient = request?.RecipientAddress,
            Target = context.Target,
            Provider = context.Plan.Provider,
            Command = failure.Command,
            IsIncoming = context.Plan.Kind == TestKind.Incoming,
            UsesToken = context.Plan.UsesToken,
            OffersLogin = capabilities is null ? null : capabilities.AuthMechanisms.Count > 0,
            HasNonAsciiPassword = context.Secret is { } secret && secret.Span.ContainsAnyExceptInRange((byte)0x20, (byte)0x7E),
            ClientName = context.ClientName,
        };
    }

    private static ReplyCondition Conditions(ServerTestContext context, OutgoingTestRequest? request)
    {
        var holds = ReplyCondition.None;
        if (context.Plan.Authentication == TestAuthentication.Anonymous) holds |= ReplyCondition.Anonymous;
        if (context.IsLoggedIn) holds |= ReplyCondition.LoggedIn;
        if (context.Plan.Tls == TlsMode.None) holds |= ReplyCondition.Unencrypted;
        if (request?.SenderAddress is { } sender)
        {
            if (context.IsLoggedIn && !Same(sender, context.Plan.User)) holds |= ReplyCondition.ForeignSender;
            if (request.RecipientAddress is { } recipient && !Same(Domain(sender), Domain(recipient))) holds |= ReplyCondition.ForeignRecipient;
        }
        return holds;
    }

    private static string Domain(string address) => address[(address.LastIndexOf('@') + 1)..];

    private static bool Same(string? one, string? other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);
}
