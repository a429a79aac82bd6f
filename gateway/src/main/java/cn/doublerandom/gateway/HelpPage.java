package cn.doublerandom.gateway;

import cn.doublerandom.gateway.handbook.Chapter;
import cn.doublerandom.gateway.handbook.Handbook;
import cn.doublerandom.pagekit.Menu;
import cn.doublerandom.pagekit.PageAddress;
import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * {@code /help} and {@code /help/registrar}: the handbook, for everybody, signed in or not; it
 * knows nobody and holds nothing of the bureau.
 */
@ApplicationScoped
class HelpPage {
  private static final int OK = 200;

  /** What stands first is for everybody. */
  private static final String FIRST = "start";

  private final Vertx vertx;
  private final Template page;
  private final Handbook handbook = Handbook.read();

  /** Some forty of some forty kilobytes, read once. */
  private final Map<String, Buffer> pictures =
      handbook.pictures().stream()
          .collect(Collectors.toMap(name -> name, name -> Buffer.buffer(Handbook.picture(name))));

  HelpPage(Vertx vertx, @Location("gateway/help") Template page) {
    this.vertx = vertx;
    this.page = page;
  }

  void routes(@Observes Router router) {
    router.route(Addresses.HELP).handler(context -> answer(context, FIRST));
    router.route(Addresses.HELP + "/pictures/:language/:picture").handler(this::picture);
    router
        .route(Addresses.HELP + "/:chapter")
        .handler(context -> answer(context, String.valueOf(context.pathParam("chapter"))));
  }

  private void picture(RoutingContext context) {
    var asked = new OwnPage(vertx, context, Addresses.HELP);
    Buffer picture =
        pictures.get(context.pathParam("language") + "/" + context.pathParam("picture"));
    if (!asked.isRead()) {
      asked.refuseMethod("GET, HEAD");
    } else if (picture == null) {
      asked.refuse(Refusal.NOT_FOUND);
    } else {
      asked.send("image/png", picture);
    }
  }

  private void answer(RoutingContext context, String name) {
    var asked = new OwnPage(vertx, context, Addresses.HELP);
    Look look = Look.of(asked.request());
    Optional<Chapter> chapter = handbook.chapter(name, look.readsEnglish());
    if (!asked.isRead()) {
      asked.refuseMethod("GET, HEAD");
    } else if (chapter.isEmpty()) {
      asked.refuse(Refusal.NOT_FOUND);
    } else {
      asked.show(OK, page(chapter.get(), look));
    }
  }

  private String page(Chapter chapter, Look look) {
    List<Menu.Line> chapters =
        handbook.in(look.readsEnglish()).stream()
            .map(one -> new Menu.Line(one.title(), address(one), one.equals(chapter)))
            .toList();
    return page.data("chapter", chapter)
        .data("chapters", List.of(new Menu.Group("", chapters)))
        .data("english", look.readsEnglish())
        .data("large", look.readsLarge())
        .data("here", PageAddress.of(address(chapter)))
        .setLocale(look.locale())
        .render();
  }

  private static String address(Chapter chapter) {
    return Addresses.HELP + "/" + chapter.name();
  }
}
