using EmailSettings.Core.Changes;
using EmailSettings.Core.Findings;
using EmailSettings.Core.Settings;
using EmailSettings.Core.Settings.Fields;

namespace EmailSettings.Core.ServerTests;

/// <summary>Servers that are not saved yet, put together from fields to be tested. Their secrets come with the test.</summary>
public static class ProposedServers
{
    /// <summary>An incoming server.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="fields">Fields of <see cref="SettingBlocks.Incoming"/>; null and fields it does not have are left
    /// out.</param>
    /// <exception cref="EmailSettingsException">All values that cannot be read.</exception>
    public static IncomingMailServer Incoming(string name, IEnumerable<Assignment> fields) =>
        Read(SettingBlocks.Incoming, new IncomingMailServer { Name = name }, fields);

    /// <summary>An outgoing server.</summary>
    /// <inheritdoc cref="Incoming"/>
    public static OutgoingMailServer Outgoing(IEnumerable<Assignment> fields) => Read(SettingBlocks.Outgoing, OutgoingMailServer.Default, fields);

    private static T Read<T>(SettingBlock<T> block, T server, IEnumerable<Assignment> fields)
    {
        var faults = new List<Finding>();
        foreach (var (name, value) in fields.Select(field => (field.Field, field.Value)))
        {
            if (value is null || block.Find(name) is not SettingField<T> { IsSecret: false, IsFixed: false } field) continue;
            if (field.Type.Read(new FieldReading(field.JsonName, value, value is string, faults)) is { } typed) server = field.With(server, typed);
        }
        return faults.Count == 0 ? server : throw new EmailSettingsException(faults);
    }
}
