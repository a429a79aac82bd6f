package cn.doublerandom.local;

import cn.doublerandom.embedded.LocalPostgres;
import java.io.File;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationState;
import org.flywaydb.core.api.configuration.FluentConfiguration;

/** Brings the tables of a service's database to what this version knows. */
final class Migrations {
  /** Held here, because a logger nobody holds forgets its filter. */
  private static final Logger MIGRATE =
      Logger.getLogger("org.flywaydb.core.internal.command.DbMigrate");

  private Migrations() {}

  /** The event store of every service; a ledger of an earlier version is read all the same. */
  static void run(int port) {
    Home.SERVICES.forEach(service -> eventStore(service, port));
  }

  static void eventStore(String service, int port) {
    migrate(service, port, Migrations.class.getClassLoader(), "db/eventstore");
  }

  /** The tables of the service's own too, as its packaged program makes them. */
  static void all(String service, int port, Home home) throws IOException {
    try (URLClassLoader loader = program(service, home, "app")) {
      migrate(service, port, loader, "db/eventstore", "db/" + service);
    }
  }

  /**
   * What of a packaged program lies in these of its directories, over what is here.
   *
   * @param directories of {@code quarkus-app}
   */
  static URLClassLoader program(String service, Home home, String... directories)
      throws IOException {
    List<URL> own = new ArrayList<>();
    for (String directory : directories) {
      Path jars = home.application(service).resolveSibling(directory);
      try (Stream<Path> files = Files.list(jars)) {
        files
            .filter(file -> file.toString().endsWith(".jar"))
            .map(Path::toFile)
            .map(Migrations::url)
            .forEach(own::add);
      }
    }
    return new URLClassLoader(own.toArray(URL[]::new), new Shared());
  }

  /**
   * What a packaged program finds here: the event store, the contract and libraries. Of the suite's
   * own classes the rest are the program's, whatever else lies on this class path.
   */
  private static final class Shared extends ClassLoader {
    private static final String SUITE = "cn.doublerandom.";
    private static final List<String> SHARED = List.of(SUITE + "eventstore.", SUITE + "contracts.");

    Shared() {
      super(Migrations.class.getClassLoader());
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
      if (name.startsWith(SUITE) && SHARED.stream().noneMatch(name::startsWith)) {
        throw new ClassNotFoundException(name);
      }
      return super.loadClass(name, resolve);
    }
  }

  private static URL url(File file) {
    try {
      return file.toURI().toURL();
    } catch (MalformedURLException e) {
      throw new IllegalArgumentException(e);
    }
  }

  private static void migrate(String service, int port, ClassLoader loader, String... locations) {
    FluentConfiguration plan =
        Flyway.configure(loader)
            .dataSource(
                "jdbc:postgresql://127.0.0.1:" + port + "/" + service,
                LocalPostgres.OWNER,
                LocalPostgres.OWNER)
            .locations(locations)
            .ignoreMigrationPatterns("*:missing", "*:future", "*:ignored")
            .placeholders(Map.of("app_role", service + "_app"));
    List<MigrationState> states =
        Stream.of(plan.load().info().all()).map(MigrationInfo::getState).toList();
    boolean isBetween = states.contains(MigrationState.IGNORED);
    if (isBetween || states.contains(MigrationState.PENDING)) {
      MIGRATE.setFilter(told -> !isByDesign(told));
      plan.outOfOrder(isBetween).load().migrate();
    }
  }

  /**
   * The event store counts from 1 and each service from 100: one of the event store's own always
   * comes below what a service has already, and the service's are not known here.
   */
  private static boolean isByDesign(LogRecord told) {
    String message = String.valueOf(told.getMessage());
    return message.startsWith("outOfOrder mode is active")
        || message.contains("newer than the latest available migration");
  }
}
