using System.Text.Json;

namespace EmailSettings.Core.Findings;

/// <summary>Writes findings as JSON for the command line.</summary>
public static class FindingJson
{
    /// <summary>Writes a finding as an object.</summary>
    public static void Write(Utf8JsonWriter writer, Finding finding)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(finding);
        writer.WriteStartObject();
        writer.WriteString("id", finding.Id);
        writer.WriteString("severity", finding.Severity.ToString());
        writer.WriteString("cause", finding.Cause);
        writer.WriteString("nextStep", finding.CommandLineStep);
        writer.WriteString("serverText", finding.ServerText);
        writer.WriteEndObject();
    }
}
