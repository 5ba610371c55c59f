using EmailSettings.Core.Access;
using EmailSettings.Core.Certificates;
using EmailSettings.Core.Changes;
using EmailSettings.Core.Findings;
using EmailSettings.Core.Health;
using EmailSettings.Core.Hosting;
using EmailSettings.Core.ServerTests.Running;
using EmailSettings.Core.Storage;

namespace EmailSettings.Core.Operations;

/// <summary>
/// The composition root of all operations on one store. A PowerShell runspace has one, the command line creates one per call.
/// </summary>
public sealed class EmailSettingsSession : IDisposable
{
    private readonly ISettingsStore _store;

    /// <summary>Creates a session over a store, which it then owns.</summary>
    /// <param name="store">The store.</param>
    /// <param name="actor">The caller and front end.</param>
    /// <param name="certificates">The certificate stores.</param>
    /// <param name="clock">The clock for warnings, history and new certificates.</param>
    public EmailSettingsSession(ISettingsStore store, Actor actor, CertificateStores certificates, TimeProvider clock)
    {
        ArgumentNullException.ThrowIfNull(actor);
        var finder = new CertificateFinder(certificates);
        var hosts = new HostCertificates(store, actor.Host, clock);
        _store = store = new HostTrackingStore(store, finder, hosts, clock);
        var guard = new AccessGuard(store, actor, clock);
        var gate = new WriteGate(store, guard, finder, clock);
        Settings = new SettingsOperations(store, guard, gate, finder, clock);
        Secrets = new SecretOperations(store, guard, finder, gate, clock);
        Certificates = new CertificateOperations(guard, Settings, Secrets, certificates, finder, hosts, clock);
        Store = new StoreOperations(store, guard, gate);
        Health = new HealthOperations(store, guard, Certificates, Secrets);
        Tests = new ServerTestOperations(store, guard, finder, new ServerTestServices { Clock = clock });
        Messages = new MessageOperations(store, guard, finder, clock);
        Rights = new RightOperations(guard, gate);
        Comparison = new ComparisonOperations(store, guard, finder, clock);
        Documents = new DocumentOperations(guard, Settings, Certificates, Secrets, Store, Health);
    }

    /// <summary>Reads settings and makes changes.</summary>
    public SettingsOperations Settings { get; }

    /// <summary>Protects and decrypts texts; lists stored secrets.</summary>
    public SecretOperations Secrets { get; }

    /// <summary>The password certificate.</summary>
    public CertificateOperations Certificates { get; }

    /// <summary>The store itself.</summary>
    public StoreOperations Store { get; }

    /// <summary>The health of everything except servers.</summary>
    public HealthOperations Health { get; }

    /// <summary>Server tests.</summary>
    public ServerTestOperations Tests { get; }

    /// <summary>Message tests.</summary>
    public MessageOperations Messages { get; }

    /// <summary>Rights and locks.</summary>
    public RightOperations Rights { get; }

    /// <summary>Settings documents.</summary>
    public DocumentOperations Documents { get; }

    /// <summary>Comparison with documents, other stores and past settings.</summary>
    public ComparisonOperations Comparison { get; }

    /// <summary>Creates a session for a store location or the default. The store itself is opened on first use.</summary>
    /// <param name="front"><c>cli</c> or <c>powershell</c>.</param>
    /// <param name="stores">The store factory.</param>
    /// <param name="location">The location of the store; null for <c>EMAILSETTINGS_STORE</c> or the documented
    /// default.</param>
    public static EmailSettingsSession Open(string front, IStoreFactory stores, string? location = null) => Open(Actor.Current(front), stores, location);

    /// <summary>Creates a session for a caller that may differ from the account of the process.</summary>
    /// <param name="actor">The caller and front end.</param>
    /// <param name="stores">The store factory.</param>
    /// <param name="location">The location of the store; null for <c>EMAILSETTINGS_STORE</c> or the documented
    /// default.</param>
    public static EmailSettingsSession Open(Actor actor, IStoreFactory stores, string? location = null) => new(
        stores.Open(location ?? StorePath.Default), actor, new CertificateStores(), TimeProvider.System);

    /// <summary>
    /// Opens the store and reads what nearly every operation needs first, while the front end is busy with other work. Errors are
    /// left to the operation.
    /// </summary>
    public void ReadAhead()
    {
        try
        {
            _store.Read(StoreParts.Basic | StoreParts.Access);
        }
        catch (EmailSettingsException)
        {
            // The operation will report the same error.
        }
    }

    /// <summary>Closes the store.</summary>
    public void Dispose() => _store.Dispose();
}
