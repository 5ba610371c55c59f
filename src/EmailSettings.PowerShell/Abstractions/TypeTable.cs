using System.Management.Automation;
using System.Management.Automation.Runspaces;
using System.Reflection;
using EmailSettings.Core.Certificates;
using EmailSettings.Core.Changes;
using EmailSettings.Core.Documents;
using EmailSettings.Core.Documents.Comparing;
using EmailSettings.Core.Findings;
using EmailSettings.Core.Findings.Explanations;
using EmailSettings.Core.Health;
using EmailSettings.Core.Judging;
using EmailSettings.Core.Operations;
using EmailSettings.Core.ServerTests;
using EmailSettings.Core.ServerTests.Replies;
using EmailSettings.Core.ServerTests.Reports;
using EmailSettings.Core.Storage;
using EmailSettings.Core.Vault;
using EmailSettings.Mail.Transcripts;
using EmailSettings.PowerShell.Views;

namespace EmailSettings.PowerShell.Abstractions;

/// <summary>
/// The type data of the module. Objects from jobs and remote sessions must pipe into the cmdlets again, so small values are
/// serialized as strings, and objects deeply enough for their parts to keep their names. Additional values for views are hidden
/// properties: scripts, tables, JSON and jobs do not see them.
/// </summary>
internal static class TypeTable
{
    private delegate object? Property(PSObject item);

    /// <summary>The entries, for each type and for its deserialized form.</summary>
    public static TypeData[] Entries =>
    [
        AsText<CheckStatus>(),
        AsText<ComparisonSide>(),
        AsText<Severity>(),
        AsText<FindingKind>(),
        AsText<MessageDirection>(),
        AsText<MessageOutcome>(),
        AsText<AttachmentPlace>(),
        AsText<TestKind>(),
        AsText<TestStage>(),
        AsText<TranscriptDirection>(),
        .. Of<Finding>(0, ("ShownHeadline", ShownReports.FindingHeadline), ("ShownHints", ShownReports.FindingHints)),
        .. Of<FindingExplanation>(2, ("ShownNextSteps", ShownReports.NextSteps)),
        .. Of<ReplyExplanation>(3, ("ShownCodes", ShownReports.ReplyCodes), ("ShownBesides", ShownReports.ReplyBesides)),
        .. Of<HealthCheck>(0, ("ShownStatus", ShownReports.StatusOf), ("ShownCheck", ShownReports.CheckName),
            ("ShownFindings", ShownReports.CheckCauses), ("ShownFindingsInLine", ShownReports.CheckCausesInLine)),
        .. Of<HealthReport>(4, ("ShownStatus", ShownReports.StatusOf), ("ShownStore", ShownReports.StoreStatus), ("ShownSettings", ShownReports.SettingsStatus),
            ("ShownCertificate", ShownReports.CertificateStatus), ("ShownSecrets", ShownReports.SecretsStatus),
            ("ShownChecks", ShownReports.HealthChecks), ("ShownFindings", ShownReports.HealthCauses), ("ShownServers", ShownReports.HealthServers)),
        .. Of<ServerTestReport>(6, ("ShownHeadline", ShownReports.TestHeadline), ("ShownStatus", ShownReports.StatusOf), ("ShownServer", ShownReports.TestServer),
            ("ShownProblems", ShownReports.TestProblems), ("ShownNotes", ShownReports.TestNotes), ("ShownStagesWithFacts", ShownReports.StagesWithFacts),
            ("ShownId", ShownReports.PrimaryId), ("ShownCause", ShownReports.PrimaryCause), ("ShownNextStep", ShownReports.PrimaryNextStep),
            ("ShownServerText", ShownReports.PrimaryServerText), ("ShownFindings", ShownReports.TestFindings), ("ShownStages", ShownReports.TestStages),
            ("ShownTranscript", ShownReports.TranscriptLength), ("ShownTranscriptHeading", ShownReports.TranscriptHeading)),
        .. Of<StageReport>(0, ("ShownStatus", ShownReports.StatusOf), ("ShownLine", ShownReports.StageLine), ("ShownFacts", ShownReports.StageFacts),
            ("ShownFindings", ShownReports.StageFindings)),
        .. Of<TranscriptLine>(0, ("ShownMs", ShownReports.TranscriptMs), ("ShownLine", ShownReports.TranscriptText)),
        .. Of<JudgedMessage>(3, ("ShownLines", ShownReports.MessageLines), ("ShownDecisions", ShownReports.MessageDecisions)),
        .. Of<SettingDifference>(0, ("ShownSign", ShownReports.DifferenceSign), ("ShownPath", ShownSystem.Path), ("ShownLeft", ShownReports.DifferenceLeft),
            ("ShownRight", ShownReports.DifferenceRight), ("ShownLeftValue", ShownSystem.Left), ("ShownRightValue", ShownSystem.Right)),
        .. Of<SettingsComparison>(3, ("ShownPlan", ShownReports.ComparisonPlan), ("ShownDifferences", ShownReports.ComparisonDifferences),
            ("ShownPaths", ShownReports.ComparisonPaths)),
        .. Of<SystemEmailSettings>(4, ("ShownBasic", ShownSystem.Basic), ("ShownAttachments", ShownSystem.Attachments), ("ShownFolder", ShownSystem.Folder),
            ("ShownTooLarge", ShownSystem.TooLarge), ("ShownNoBody", ShownSystem.NoBody), ("ShownServerCount", ShownSystem.ServerCount),
            ("ShownIncomingCount", ShownSystem.IncomingCount), ("ShownServerLines", ShownSystem.ServerLines), ("ShownServers", ShownSystem.Servers),
            ("ShownOutgoing", ShownSystem.Outgoing), ("ShownOutgoingInShort", ShownSystem.OutgoingInShort), ("ShownSms", ShownSystem.Sms),
            ("ShownCertificate", ShownSystem.Certificate), ("ShownThumbprint", ShownSystem.CertificateThumbprint)),
        .. Of<InitializeResult>(5, ("ShownStore", ShownSystem.Store), ("ShownCertificateNote", ShownSystem.CertificateNote), ("ShownHealth", ShownSystem.HealthStatus),
            ("ShownThumbprint", ShownSystem.CertificateThumbprint), ("ShownRevision", ShownSystem.SettingsRevision), ("ShownStillToEnter", ShownSystem.StillToEnter),
            ("ShownStillToEnterInLine", ShownSystem.StillToEnterInLine), ("ShownStillToEnterLines", ShownSystem.StillToEnterLines)),
        .. Of<StoredSecretInfo>(2, ("ShownPurpose", ShownSystem.Purpose), ("ShownState", ShownSystem.SecretState), ("ShownCertificate", ShownSystem.SecretCertificate)),
        .. Of<ChosenCertificate>(0, ("ShownSubject", ShownSystem.Subject), ("ShownFriendlyName", ShownSystem.FriendlyName),
            ("ShownDaysLeft", ShownSystem.CertificateDaysLeft), ("ShownHostsWithoutKey", ShownSystem.HostsWithoutKey)),
        .. Of<CertificateReport>(3, ("ShownAccount", ShownSystem.Account), ("ShownSubject", ShownSystem.Subject), ("ShownFoundIn", ShownSystem.FoundIn),
            ("ShownSecrets", ShownSystem.ReportSecrets), ("ShownToReEnter", ShownSystem.ToReEnter), ("ShownForAccount", ShownSystem.ForAccount),
            ("ShownFindings", ShownReports.ReportFindings), ("ShownIds", ShownReports.ReportIds)),
        .. Of<ReprotectResult>(0, ("ShownReprotected", ShownSystem.Reprotected), ("ShownReprotectedCount", ShownSystem.ReprotectedCount),
            ("ShownToReEnter", ShownSystem.ToReEnter), ("ShownToReEnterCount", ShownSystem.ToReEnterCount), ("ShownNoLongerNeeded", ShownSystem.NoLongerNeeded)),
        .. Of<ChangeResult>(3),
        .. Of<ChangeRecord>(3, ("ShownAccount", ShownSystem.Account), ("ShownHost", ShownSystem.Host), ("ShownRefusal", ShownSystem.Refusal),
            ("ShownSummary", ShownSystem.ChangeSummary), ("ShownChanges", ShownSystem.ChangeLines)),
        .. Of<ExportResult>(0, ("ShownPath", ShownSystem.Path)),
        .. Of<StoreDescription>(0, ("ShownLocation", ShownSystem.Location)),
        .. Of<GrantedRight>(0, ("ShownPrincipal", ShownSystem.Principal)),
        .. Of<CurrentRight>(2, ("ShownThrough", ShownSystem.Through), ("ShownLocked", ShownSystem.Locked)),
    ];

    private static TypeData AsText<T>() => new(typeof(T)) { SerializationMethod = "String" };

    // Serialization includes hidden properties unless told which ones to include.
    private static IEnumerable<TypeData> Of<T>(uint depth, params (string Name, Property Get)[] shown)
    {
        string[] sent = [.. typeof(T).GetProperties(BindingFlags.Public | BindingFlags.Instance).Select(property => property.Name)];
        foreach (var name in new[] { typeof(T).FullName!, $"Deserialized.{typeof(T).FullName}" })
        {
            var type = new TypeData(name) { SerializationDepth = depth, SerializationMethod = "SpecificProperties", PropertySerializationSet = new PropertySetData(sent) };
            foreach (var (property, get) in shown) type.Members.Add(property, new CodePropertyData(property, get.Method) { IsHidden = true });
            yield return type;
        }
    }
}
