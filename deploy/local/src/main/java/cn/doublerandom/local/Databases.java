package cn.doublerandom.local;

import cn.doublerandom.embedded.LocalPostgres;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/** Connections to the services' databases as their owner, for the launcher and the audit. */
final class Databases {
  private Databases() {}

  static Connection open(int port, String service) throws SQLException {
    return DriverManager.getConnection(
        "jdbc:postgresql://127.0.0.1:" + port + "/" + service,
        LocalPostgres.OWNER,
        LocalPostgres.OWNER);
  }

  static boolean exists(int port, String service) {
    try (Connection connection = open(port, service)) {
      return connection.isValid(2);
    } catch (SQLException e) {
      return false;
    }
  }
}
