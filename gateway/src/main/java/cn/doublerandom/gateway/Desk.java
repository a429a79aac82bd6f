package cn.doublerandom.gateway;

import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import io.vertx.core.Future;
import io.vertx.ext.web.Router;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The home of who is signed in: who he is, and what waits for him, each service asked for itself so
 * that one which fails leaves the others.
 */
@ApplicationScoped
class Desk {
  private static final int OK = 200;

  private final DeskDoor door;
  private final Template page;

  Desk(DeskDoor door, @Location("gateway/desk") Template page) {
    this.door = door;
    this.page = page;
  }

  void routes(@Observes Router router) {
    router.route(Addresses.DESK).handler(asked -> door.page(asked, Addresses.DESK, this::lay));
  }

  private void lay(DeskDoor.Guest guest) {
    List<Future<Waiting>> waiting = new ArrayList<>();
    List<Future<Glance>> glances = new ArrayList<>();
    for (Part part : Part.values()) {
      waiting.add(door.ask(Waiting.QUESTION, part, guest));
      glances.add(door.ask(Glance.QUESTION, part, guest));
    }
    Future.all(Future.all(waiting), Future.all(glances))
        .flatMap(answers -> guest.reader())
        .map(reader -> page(guest.asked(), reader, results(waiting), results(glances)))
        .onSuccess(html -> guest.asked().show(OK, html))
        .onFailure(guest.asked().context()::fail);
  }

  private static <T> List<T> results(List<Future<T>> futures) {
    return futures.stream().map(Future::result).toList();
  }

  private String page(
      OwnPage asked, DeskReader reader, List<Waiting> waiting, List<Glance> glances) {
    return page.data("person", reader.person())
        .data("frame", reader.frame(Addresses.DESK, names(glances), asked.request()))
        .data("waiting", waiting.stream().filter(Waiting::isShown).toList())
        .data(
            "home",
            Home.of(glances, waiting.stream().map(Waiting::fault).collect(Collectors.toSet())))
        .setLocale(Look.of(asked.request()).locale())
        .render();
  }

  /** Names of bureaus by their keys, the one he acts in first; the gateway knows none itself. */
  private static Map<String, String> names(List<Glance> glances) {
    Map<String, String> names = new LinkedHashMap<>();
    glances.stream()
        .flatMap(glance -> glance.bureaus().stream())
        .forEach(bureau -> names.putIfAbsent(bureau.key(), bureau.name()));
    return names;
  }
}
