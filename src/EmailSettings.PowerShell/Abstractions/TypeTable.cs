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
        .. Of<Finding>(0, ("ShownHeadline", ReportProperties.FindingHeadline), ("ShownHints", ReportProperties.FindingHints)),
        .. Of<FindingExplanation>(2, ("ShownNextSteps", ReportProperties.NextSteps)),
        .. Of<ReplyExplanation>(3, ("ShownCodes", ReportProperties.ReplyCodes), ("ShownBesides", ReportProperties.ReplyBesides)),
        .. Of<HealthCheck>(0, ("ShownStatus", ReportProperties.StatusOf), ("ShownCheck", ReportProperties.CheckName),
            ("ShownFindings", ReportProperties.CheckCauses), ("ShownFindingsInLine", ReportProperties.CheckCausesInLine)),
        .. Of<HealthReport>(4, ("ShownStatus", ReportProperties.StatusOf), ("ShownStore", ReportProperties.StoreStatus), ("ShownSettings", ReportProperties.SettingsStatus),
            ("ShownCertificate", ReportProperties.CertificateStatus), ("ShownSecrets", ReportProperties.SecretsStatus),
            ("ShownChecks", ReportProperties.HealthChecks), ("ShownFindings", ReportProperties.HealthCauses), ("ShownServers", ReportProperties.HealthServers)),
        .. Of<ServerTestReport>(6, ("ShownHeadline", ReportProperties.TestHeadline), ("ShownStatus", ReportProperties.StatusOf), ("ShownServer", ReportProperties.TestServer),
            ("ShownProblems", ReportProperties.TestProblems), ("ShownNotes", ReportProperties.TestNotes), ("ShownStagesWithFacts", ReportProperties.StagesWithFacts),
            ("ShownId", ReportProperties.PrimaryId), ("ShownCause", ReportProperties.PrimaryCause), ("ShownNextStep", ReportProperties.PrimaryNextStep),
            ("ShownServerText", ReportProperties.PrimaryServerText), ("ShownFindings", ReportProperties.TestFindings), ("ShownStages", ReportProperties.TestStages),
            ("ShownTranscript", ReportProperties.TranscriptLength), ("ShownTranscriptHeading", ReportProperties.TranscriptHeading)),
        .. Of<StageReport>(0, ("ShownStatus", ReportProperties.StatusOf), ("ShownLine", ReportProperties.StageLine), ("ShownFacts", ReportProperties.StageFacts),
            ("ShownFindings", ReportProperties.StageFindings)),
        .. Of<TranscriptLine>(0, ("ShownMs", ReportProperties.TranscriptMs), ("ShownLine", ReportProperties.TranscriptText)),
        .. Of<JudgedMessage>(3, ("ShownLines", ReportProperties.MessageLines), ("ShownDecisions", ReportProperties.MessageDecisions)),
        .. Of<SettingDifference>(0, ("ShownSign", ReportProperties.DifferenceSign), ("ShownPath", SystemProperties.Path), ("ShownLeft", ReportProperties.DifferenceLeft),
            ("ShownRight", ReportProperties.DifferenceRight), ("ShownLeftValue", SystemProperties.Left), ("ShownRightValue", SystemProperties.Right)),
        .. Of<SettingsComparison>(3, ("ShownPlan", ReportProperties.ComparisonPlan), ("ShownDifferences", ReportProperties.ComparisonDifferences),
            ("ShownPaths", ReportProperties.ComparisonPaths)),
        .. Of<SystemEmailSettings>(4, ("ShownBasic", SystemProperties.Basic), ("ShownAttachments", SystemProperties.Attachments), ("ShownFolder", SystemProperties.Folder),
            ("ShownTooLarge", SystemProperties.TooLarge), ("ShownNoBody", SystemProperties.NoBody), ("ShownServerCount", SystemProperties.ServerCount),
            ("ShownIncomingCount", SystemProperties.IncomingCount), ("ShownServerLines", SystemProperties.ServerLines), ("ShownServers", SystemProperties.Servers),
            ("ShownOutgoing", SystemProperties.Outgoing), ("ShownOutgoingInShort", SystemProperties.OutgoingInShort), ("ShownSms", SystemProperties.Sms),
            ("ShownCertificate", SystemProperties.Certificate), ("ShownThumbprint", SystemProperties.CertificateThumbprint)),
        .. Of<InitializeResult>(5, ("ShownStore", SystemProperties.Store), ("ShownCertificateNote", SystemProperties.CertificateNote), ("ShownHealth", SystemProperties.HealthStatus),
            ("ShownThumbprint", SystemProperties.CertificateThumbprint), ("ShownRevision", SystemProperties.SettingsRevision), ("ShownStillToEnter", SystemProperties.StillToEnter),
            ("ShownStillToEnterInLine", SystemProperties.StillToEnterInLine), ("ShownStillToEnterLines", SystemProperties.StillToEnterLines)),
        .. Of<StoredSecretInfo>(2, ("ShownPurpose", SystemProperties.Purpose), ("ShownState", SystemProperties.SecretState), ("ShownCertificate", SystemProperties.SecretCertificate)),
        .. Of<ChosenCertificate>(0, ("ShownSubject", SystemProperties.Subject), ("ShownFriendlyName", SystemProperties.FriendlyName),
            ("ShownDaysLeft", SystemProperties.CertificateDaysLeft), ("ShownHostsWithoutKey", SystemProperties.HostsWithoutKey)),
        .. Of<CertificateReport>(3, ("ShownAccount", SystemProperties.Account), ("ShownSubject", SystemProperties.Subject), ("ShownFoundIn", SystemProperties.FoundIn),
            ("ShownSecrets", SystemProperties.ReportSecrets), ("ShownToReEnter", SystemProperties.ToReEnter), ("ShownForAccount", SystemProperties.ForAccount),
            ("ShownFindings", ReportProperties.ReportFindings), ("ShownIds", ReportProperties.ReportIds)),
        .. Of<ReprotectResult>(0, ("ShownReprotected", SystemProperties.Reprotected), ("ShownReprotectedCount", SystemProperties.ReprotectedCount),
            ("ShownToReEnter", SystemProperties.ToReEnter), ("ShownToReEnterCount", SystemProperties.ToReEnterCount), ("ShownNoLongerNeeded", SystemProperties.NoLongerNeeded)),
        .. Of<ChangeResult>(3),
        .. Of<ChangeRecord>(3, ("ShownAccount", SystemProperties.Account), ("ShownHost", SystemProperties.Host), ("ShownRefusal", SystemProperties.Refusal),
            ("ShownSummary", SystemProperties.ChangeSummary), ("ShownChanges", SystemProperties.ChangeLines)),
        .. Of<ExportResult>(0, ("ShownPath", SystemProperties.Path)),
        .. Of<StoreDescription>(0, ("ShownLocation", SystemProperties.Location)),
        .. Of<GrantedRight>(0, ("ShownPrincipal", SystemProperties.Principal)),
        .. Of<CurrentRight>(2, ("ShownThrough", SystemProperties.Through), ("ShownLocked", SystemProperties.Locked)),
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
