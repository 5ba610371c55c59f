using System.Globalization;
using EmailSettings.Core.Findings;
using EmailSettings.Core.OAuth;
using EmailSettings.Core.ServerTests.Running;

namespace EmailSettings.Core.ServerTests.Stages;

/// <summary>Creates the findings for failed Microsoft Graph requests.</summary>
internal static class GraphFindings
{
    /// <summary>Describes a failed request to read a mailbox or send from it.</summary>
    public static Finding Describe(ServerTestContext context, GraphOutcome outcome)
    {
        if (outcome.Status is GraphStatus.TokenRefused or GraphStatus.AccessDenied) Login.Escalate(context);
        var text = outcome.ErrorCode is null ? outcome.ServerText : $"{outcome.ErrorCode}: {outcome.ServerText}";
        return outcome.Status switch
        {
            GraphStatus.NotEnabled => AuthenticateFindings.MailboxNotConnected.At(serverText: text) with { StepTemplate = AuthenticateFindings.GraphMailboxStep },
            GraphStatus.NotFound => AuthenticateFindings.MailboxNotFound.At(serverText: text),
            GraphStatus.TokenRefused => AuthenticateFindings.AuthenticateRejected.At(value: "the token at Microsoft Graph", serverText: text) with { StepTemplate = AuthenticateFindings.GraphTokenStep },
            GraphStatus.AccessDenied => AuthenticateFindings.MailboxNotConnected.At(serverText: text) with
            {
                StepTemplate = context.Plan.Kind == TestKind.Outgoing ? AuthenticateFindings.GraphSendStep : AuthenticateFindings.GraphAccessStep,
            },
            GraphStatus.SenderDenied => SendingFindings.EnvelopeSenderNotOwned.At(serverText: text) with { StepTemplate = AuthenticateFindings.GraphSenderStep },
            GraphStatus.RecipientRefused => DeliveryFindings.EnvelopeRecipientRefused.At(serverText: text),
            GraphStatus.TooLarge => DeliveryFindings.MessageTooLarge.At(serverText: text) with { StepTemplate = AuthenticateFindings.GraphSizeStep },
            GraphStatus.Throttled => AuthenticateFindings.AuthenticateThrottled.At(serverText: text),
            GraphStatus.Unreachable or GraphStatus.Untrusted => AuthenticateFindings.MailboxGraphUnreachable.At(value: context.GraphRoot.Authority, detail: outcome.Detail),
            _ => AuthenticateFindings.MailboxGraphUnreachable.At(
                value: context.GraphRoot.Authority, detail: string.Create(CultureInfo.InvariantCulture, $"it answered HTTP {outcome.HttpStatus}."), serverText: text),
        };
    }
}
