using EmailSettings.Core.Changes;
using EmailSettings.Core.Findings;
using EmailSettings.Core.Settings;
using EmailSettings.Core.Settings.Fields;

namespace EmailSettings.Core.ServerTests;

/// <summary>Builds unsaved servers from fields, for tests. Their secrets are passed with the test.</summary>
public static class ProposedServers
{
    /// <summary>Builds an incoming server.</summary>
    /// <param name="name">The name.</param>
    /// <param name="fields">Fields of <see cref="SettingBlocks.Incoming"/>; null values and unknown fields are ignored.</param>
    /// <exception cref="EmailSettingsException">Lists all invalid values.</exception>
    public static IncomingMailServer Incoming(string name, IEnumerable<Assignment> fields) =>
        Read(SettingBlocks.Incoming, new IncomingMailServer { Name = name }, fields);

    /// <summary>Builds an outgoing server.</summary>
    /// <inheritdoc cref="Incoming"/>
    public static OutgoingMailServer Outgoing(IEnumerable<Assignment> fields) => Read(SettingBlocks.Outgoing, OutgoingMailServer.Default, fields);

    private static T Read<T>(SettingBlock<T> block, T server, IEnumerable<Assignment> fields)
    {
        var faults = new List<Finding>();
        foreach (var (name, value) in fields.Select(field => (field.Field, field.Value)))
        {
            if (value is null || block.Find(name) is not SettingField<T> { IsSecret: false, IsFixed: false } field) continue;
            if (field.Type.Read(new FieldInput(field.JsonName, value, value is string, faults)) is { } typed) server = field.With(server, typed);
        }
        return faults.Count == 0 ? server : throw new EmailSettingsException(faults);
    }
}
