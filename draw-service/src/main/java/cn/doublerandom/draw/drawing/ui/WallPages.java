package cn.doublerandom.draw.drawing.ui;

import cn.doublerandom.draw.drawing.application.Walls;
import cn.doublerandom.servicekit.rest.Requests;
import cn.doublerandom.servicekit.time.BusinessClock;
import cn.doublerandom.servicekit.ui.Desk;
import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestResponse;

/**
 * 大屏幕: the ceremony on the wall of the room. It shows what {@code GET /draws/{id}} and its ceremony
 * show everybody, so it is open to everybody; a projector needs no account.
 */
@Path("/ui")
@PermitAll
public class WallPages {
  private static final DateTimeFormatter CLOCK =
      DateTimeFormatter.ofPattern("HH:mm:ss").withZone(BusinessClock.SHANGHAI);

  @Inject
  @Location("draw/wall.html")
  Template page;

  @Inject Desk desk;
  @Inject Walls walls;
  @Inject Requests requests;

  @GET
  @Path("/draws/{drawId}/wall")
  @Produces(MediaType.TEXT_HTML + ";charset=UTF-8")
  @Operation(hidden = true)
  public Uni<RestResponse<String>> wall(@PathParam("drawId") @Size(max = 100) String drawId) {
    return desk.show(walls.of(drawId).map(shown -> page(drawId, Wall.of(shown))));
  }

  private TemplateInstance page(String drawId, Wall wall) {
    DrawingWords words = desk.words(DrawingWords.class);
    String asked = desk.here().value("at");
    int at =
        asked.matches("[0-9]{1,4}")
            ? Math.min(Integer.parseInt(asked), wall.pictures().size() - 1)
            : wall.latest();
    Wall.Picture picture = wall.pictures().get(at);
    return page.data("drawId", drawId)
        .data("wall", wall)
        .data("picture", picture)
        .data("at", at)
        .data("before", at - 1)
        .data("next", at + 1 < wall.pictures().size() ? at + 1 : -1)
        .data(
            "stratum",
            picture instanceof Wall.Names names
                ? TermsSaid.stratum(names.stratum(), words, desk.readsEnglish())
                : "")
        .data("last", last(picture))
        .data("since", since(picture))
        .data("heard", CLOCK.format(requests.realTime()));
  }

  /** Place of the last of those a picture names; 0 where it names nobody. */
  private static int last(Wall.Picture picture) {
    return switch (picture) {
      case Wall.Names names -> names.first() + names.names().size() - 1;
      case Wall.Teams teams -> teams.first() + teams.teams().size() - 1;
      case Wall.Picture other -> 0;
    };
  }

  /** Since when what the picture is about may come; empty where nobody can say yet. */
  private static Map<String, String> since(Wall.Picture picture) {
    return switch (picture) {
      case Wall.Reveals(var people, var from) -> Map.of("time", from.map(CLOCK::format).orElse(""));
      case Wall.Source source -> Map.of("time", DrawSteps.moment(source.at()));
      case Wall.Picture other -> Map.of("time", "");
    };
  }

  /**
   * An event each second: {@code state} with the edition as soon as it is another one, {@code beat}
   * else, by which a wall knows that it still hears something.
   */
  @GET
  @Path("/draws/{drawId}/wall/events")
  @Produces(MediaType.SERVER_SENT_EVENTS)
  @Operation(hidden = true)
  public Multi<OutboundSseEvent> events(
      @PathParam("drawId") @Size(max = 100) String drawId, @Context Sse sse) {
    var told = new AtomicReference<>("");
    return walls
        .of(drawId)
        .onItem()
        .transformToMulti(there -> walls.editions(drawId))
        .map(edition ->
            sse.newEventBuilder()
                .name(edition.equals(told.getAndSet(edition)) ? "beat" : "state")
                .data(String.class, edition)
                .build());
  }
}
