package cn.doublerandom.draw.drawing.ui;

import cn.doublerandom.draw.DrawStreams;
import cn.doublerandom.draw.drawing.application.DrawDesk;
import cn.doublerandom.draw.drawing.application.DrawStory;
import cn.doublerandom.servicekit.identity.Roles;
import cn.doublerandom.servicekit.rest.Requests;
import cn.doublerandom.servicekit.ui.Desk;
import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestResponse;

/** 抽取的经过: the story of a draw in sentences, for who looks into it afterwards. */
@Path("/ui/draws/{drawId}/story")
@Produces(MediaType.TEXT_HTML + ";charset=UTF-8")
public class StoryPages {
  @Inject
  @Location("draw/story.html")
  Template page;

  @Inject Desk desk;
  @Inject DrawDesk draws;
  @Inject DrawStory story;
  @Inject Requests requests;

  @GET
  @RolesAllowed({Roles.COORDINATOR, Roles.APPROVER, Roles.SUPERVISOR, Roles.AUDITOR})
  @Operation(hidden = true)
  public Uni<RestResponse<String>> story(@PathParam("drawId") @Size(max = 100) String drawId) {
    StoryLineWords words = desk.words(StoryLineWords.class);
    DrawingWords drawing = desk.words(DrawingWords.class);
    return desk.show(
        Uni.combine()
            .all()
            .unis(
                draws.of(drawId, requests.actor(), requests.now()),
                story.of(drawId),
                story.places(drawId))
            .usingConcurrencyOf(1)
            .with((seen, happened, places) ->
                page.data("drawId", drawId)
                    .data("task", task(drawId))
                    .data("phase", DrawPhase.of(seen))
                    .data(
                        "overdue",
                        seen.listed().map(one -> DrawSteps.moment(one.overdueSince())).orElse(""))
                    .data("committed", DrawPhase.of(seen) != DrawPhase.FROZEN)
                    .data("entries", DrawTimeline.story(happened, places, words, drawing))));
  }

  private static String task(String drawId) {
    String task = DrawStreams.TASK.id(DrawStreams.taskOfDraw(drawId));
    return task.substring(task.indexOf('-') + 1);
  }
}
