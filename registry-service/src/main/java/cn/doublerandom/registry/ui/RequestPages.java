package cn.doublerandom.registry.ui;

import cn.doublerandom.pagekit.Choice;
import cn.doublerandom.pagekit.Rows;
import cn.doublerandom.registry.application.AskedRequests;
import cn.doublerandom.servicekit.identity.Roles;
import cn.doublerandom.servicekit.rest.Requests;
import cn.doublerandom.servicekit.time.BusinessClock;
import cn.doublerandom.servicekit.ui.Desk;
import cn.doublerandom.servicekit.ui.Query;
import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestResponse;

/** Everything of the registers that waits for a second person, in one list. */
@Path("/ui/requests")
@Produces(MediaType.TEXT_HTML + ";charset=UTF-8")
public class RequestPages {
  private static final int LIMIT = 50;
  private static final List<String> KINDS =
      List.of(
          "status",
          "entry",
          "merge",
          "unmerge",
          "absence",
          "recusal",
          "recusal-revoked",
          "inspector-erasure",
          "erasure",
          "release",
          "renaming",
          "mandate",
          "holiday-notice",
          "import-undo");

  @Inject
  @Location("registry/requests.html")
  Template page;

  @Inject Desk desk;
  @Inject AskedRequests asked;
  @Inject Requests requests;

  /** Whose turn it is. */
  enum Whose {
    YOURS,
    OWN,
    OTHERS;

    boolean is(AskedRequests.Request request) {
      return switch (this) {
        case YOURS -> request.mayDecide();
        case OWN -> request.own();
        case OTHERS -> !request.own() && !request.mayDecide();
      };
    }
  }

  /** A line of the list, with where it is decided. */
  public record Line(
      List<String> kinds,
      String chinese,
      String english,
      String by,
      LocalDate since,
      boolean own,
      boolean mayDecide,
      String address) {
    public Line {
      kinds = List.copyOf(kinds);
    }

    static Line of(AskedRequests.Request r) {
      return new Line(
          r.kinds(), r.chinese(), r.english(), r.by(), r.since(), r.own(), r.mayDecide(), r.page());
    }
  }

  @GET
  @RolesAllowed({
    Roles.REGISTRAR,
    Roles.APPROVER,
    Roles.COORDINATOR,
    Roles.UNIT_LEAD,
    Roles.AUDITOR,
    Roles.SUPERVISOR
  })
  @Operation(hidden = true)
  public Uni<RestResponse<String>> list() {
    Query query = desk.query();
    String kind = query.among("kind", KINDS);
    var whose = query.word("whose", Whose.class);
    return desk.show(
        asked
            .all(requests.person(), BusinessClock.day(requests.now()))
            .map(all ->
                all.stream()
                    .filter(one -> kind.isEmpty() || one.kinds().contains(kind))
                    .filter(one -> whose.map(w -> w.is(one)).orElse(true))
                    .map(Line::of)
                    .toList())
            .map(lines -> page(query, lines)));
  }

  private TemplateInstance page(Query query, List<Line> lines) {
    RequestWords words = desk.words(RequestWords.class);
    int from = Math.min(query.from(), Math.max(1, lines.size()));
    int to = Math.min(lines.size(), from - 1 + LIMIT);
    Map<String, String> done =
        Map.of(
            ShownRequest.APPROVE, words.approved(),
            ShownRequest.DECLINE, words.declined(),
            ShownRequest.WITHDRAW, words.withdrawn());
    return page.data("query", query.form())
        .data("done", done.get(desk.justDone()))
        .data("kinds", KINDS.stream().map(k -> new Choice(k, words.kindOf(k))).toList())
        .data(
            "whose",
            List.of(
                new Choice(Whose.YOURS.name(), words.yours()),
                new Choice(Whose.OWN.name(), words.own()),
                new Choice(Whose.OTHERS.name(), words.others())))
        .data(
            "rows",
            new Rows<>(
                lines.subList(Math.max(0, from - 1), to),
                from,
                lines.size(),
                to < lines.size() ? String.valueOf(to) : null));
  }
}
