using EmailSettings.Core.Storage.Sqlite;

namespace EmailSettings.Core.Tests.Storage;

public sealed class SqliteStoreBackupContractTests() : StoreBackupContract(new SqliteStoreFactory());
