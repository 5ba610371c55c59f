using System.Security.Cryptography;
using EmailSettings.Core.Changes.History;
using EmailSettings.Core.Findings;
using EmailSettings.Core.Hosting;
using EmailSettings.Core.Settings;
using EmailSettings.Core.Settings.Fields;
using EmailSettings.Core.Storage;
using EmailSettings.Core.Vault;

namespace EmailSettings.Core.Documents.Comparing;

/// <summary>Compares two sides, setting by setting, by the table of fields.</summary>
internal sealed class SettingsComparer : IDisposable
{
    private readonly ComparedSide _left;
    private readonly ComparedSide _right;
    private readonly IReadOnlyList<PathPattern> _ignore;
    private readonly IOperationHost _host;
    private readonly SideSecrets _leftSecrets;
    private readonly SideSecrets _rightSecrets;
    private readonly List<SettingDifference> _differences = [];
    private readonly List<string> _unknown = [];
    private int _unchanged;
    private int _ignored;

    /// <param name="left">The left side.</param>
    /// <param name="right">The right side.</param>
    /// <param name="ignore">What is not looked at.</param>
    /// <param name="open">Gives the certificates that a side's secrets are opened with.</param>
    /// <param name="host">Takes a warning for each secret that could not be compared.</param>
    public SettingsComparer(ComparedSide left, ComparedSide right, IReadOnlyList<PathPattern> ignore, Func<StoredState, CertificateVault> open, IOperationHost host)
    {
        _left = left;
        _right = right;
        _ignore = ignore;
        _host = host;
        _leftSecrets = new SideSecrets(left, open);
        _rightSecrets = new SideSecrets(right, open);
    }

    public SettingsComparison Compare()
    {
        Block(SettingBlocks.Basic, side => side.State.Basic);
        Block(SettingBlocks.Attachments, side => side.State.Attachments);
        Block(SettingBlocks.ErrorTexts, side => side.State.ErrorTexts);
        Servers();
        Block(SettingBlocks.Outgoing, side => side.State.OutgoingServer);
        Secret("outgoingServer.password", SecretKey.OutgoingPassword, SecretKey.OutgoingPassword);
        Secret("outgoingServer.secret", SecretKey.OutgoingSecret, SecretKey.OutgoingSecret);
        Secret("smsServer.password", SecretKey.SmsPassword, SecretKey.SmsPassword);
        if (_left.NamesCertificate || _right.NamesCertificate) Certificate();
        return new SettingsComparison(_differences.OrderBy(difference => "-~+".IndexOf(difference.Sign, StringComparison.Ordinal)).ToList(), _unchanged, _ignored, _unknown);
    }

    public void Dispose()
    {
        _leftSecrets.Dispose();
        _rightSecrets.Dispose();
    }

    private void Block<TBlock>(SettingBlock<TBlock> table, Func<ComparedSide, TBlock> of)
    {
        foreach (var field in table.ValueFields)
        {
            var path = $"{table.Path}.{field.JsonName}";
            Value(path, _left.Names(path), _right.Names(path), field.GetPlain(of(_left)), field.GetPlain(of(_right)));
        }
    }

    private void Servers()
    {
        if (!_left.ListsServers || !_right.ListsServers) return;
        foreach (var (left, right) in ServerPairs.Of(_left.State.IncomingServers, _right.State.IncomingServers))
        {
            var path = $"{SettingBlocks.Incoming.Path}[{(left ?? right)!.Name}]";
            if (left is null || right is null) Add(path, left?.Name, right?.Name);
            else Server(path, left, right);
        }
    }

    private void Server(string path, IncomingMailServer left, IncomingMailServer right)
    {
        Value($"{path}.name", true, true, left.Name, right.Name);
        foreach (var field in SettingBlocks.Incoming.ValueFields)
            Value($"{path}.{field.JsonName}", _left.Names(left, field), _right.Names(right, field), field.GetPlain(left), field.GetPlain(right));
        Secret($"{path}.secret", SecretKey.Incoming(left.Id), SecretKey.Incoming(right.Id));
    }

    private void Certificate() => Value("certificate", _left.NamesCertificate, _right.NamesCertificate, _left.Certificate, _right.Certificate);

    // Of two documents, one that names a field asks for something that the other does not. Beside settings, which speak of
    // everything, a document asks for nothing that it does not name.
    private void Value(string path, bool isLeftNamed, bool isRightNamed, object? left, object? right)
    {
        if (isLeftNamed && isRightNamed)
        {
            if (Equals(left, right)) _unchanged++;
            else Add(path, left, right);
        }
        else if (isLeftNamed != isRightNamed && AreBothPartial)
        {
            Add(path, isLeftNamed ? left ?? "null" : null, isRightNamed ? right ?? "null" : null);
        }
    }

    private bool AreBothPartial => _left.IsPartial && _right.IsPartial;

    private void Secret(string path, SecretKey leftKey, SecretKey rightKey)
    {
        var (isLeftNamed, isRightNamed) = (_left.Names(leftKey), _right.Names(rightKey));
        if (!(isLeftNamed && isRightNamed))
        {
            if (isLeftNamed != isRightNamed && AreBothPartial) Add(path, isLeftNamed ? FieldChange.Masked : null, isRightNamed ? FieldChange.Masked : null);
            return;
        }
        var (isLeftSet, isRightSet) = (_left.HasSecret(leftKey), _right.HasSecret(rightKey));
        if (isLeftSet != isRightSet) Add(path, isLeftSet ? FieldChange.Masked : null, isRightSet ? FieldChange.Masked : null);
        else if (isLeftSet && !IsIgnored(path)) Texts(path, leftKey, rightKey);
    }

    private void Texts(string path, SecretKey leftKey, SecretKey rightKey)
    {
        try
        {
            if (_leftSecrets.ProtectedText(leftKey) is { } same && same == _rightSecrets.ProtectedText(rightKey))
            {
                _unchanged++;
                return;
            }
            using var left = _leftSecrets.Open(leftKey);
            using var right = _rightSecrets.Open(rightKey);
            if (left is null || right is null) Unknown(path, "a secret of the past is kept nowhere, and one without its target cannot be opened");
            else if (CryptographicOperations.FixedTimeEquals(left.Span, right.Span)) _unchanged++;
            else Add(path, FieldChange.Masked, FieldChange.Masked);
        }
        catch (EmailSettingsException e)
        {
            Unknown(path, e.Faults[0].Cause.TrimEnd('.'));
        }
    }

    private void Unknown(string path, string why)
    {
        _unknown.Add(path);
        _host.Warn(SettingsWarnings.SecretNotCompared.At(path, detail: why));
    }

    private void Add(string path, object? left, object? right)
    {
        if (IsIgnored(path)) _ignored++;
        else _differences.Add(new SettingDifference(path, Plain(left), Plain(right), Severity.Error));
    }

    private bool IsIgnored(string path) => _ignore.Any(pattern => pattern.Covers(path));

    private static object? Plain(object? value) => value is int number ? (long)number : value;
}
