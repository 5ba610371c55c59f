using System.Globalization;

namespace EmailSettings.Core.Judging;

/// <summary>Compares the effects of two sets of settings on a message.</summary>
internal static class MessageComparison
{
    /// <summary>Returns the differences.</summary>
    public static IReadOnlyList<MessageDifference> Between(JudgedMessage left, JudgedMessage right)
    {
        var differences = new List<MessageDifference>();
        Add("outcome", left.Outcome.ToString(), right.Outcome.ToString());
        Add("error text", left.ErrorText, right.ErrorText);
        Add("body encoding", left.BodyEncoding, right.BodyEncoding);
        if (left.Direction == MessageDirection.Outgoing) Add("transmitted size", SizeText.Of(left.SizeBytes), SizeText.Of(right.SizeBytes));
        for (var i = 0; i < Math.Max(left.Attachments.Count, right.Attachments.Count); i++)
        {
            var (one, other) = (left.Attachments.ElementAtOrDefault(i), right.Attachments.ElementAtOrDefault(i));
            Add(Name(i, one ?? other!), Treatment(one), Treatment(other));
        }
        AddFindings();
        return differences;

        void Add(string what, string? one, string? other)
        {
            if (one != other) differences.Add(new MessageDifference(what, one, other));
        }

        void AddFindings()
        {
            var (one, other) = (left.Findings.Select(finding => finding.Id).ToHashSet(), right.Findings.Select(finding => finding.Id).ToHashSet());
            foreach (var id in one.Except(other).Order(StringComparer.Ordinal)) Add(id, "found", null);
            foreach (var id in other.Except(one).Order(StringComparer.Ordinal)) Add(id, null, "found");
        }
    }

    private static string Name(int index, JudgedAttachment attachment) =>
        string.Create(CultureInfo.InvariantCulture, $"attachment {index + 1}, {attachment.Name ?? attachment.MediaType}");

    private static string? Treatment(JudgedAttachment? attachment) => attachment?.GoesTo?.ToString() ?? attachment?.UsedEncoding;
}
