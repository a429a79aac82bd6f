package cn.doublerandom.publication.ui;

import cn.doublerandom.pagekit.Choice;
import cn.doublerandom.pagekit.FilledForm;
import cn.doublerandom.publication.application.ListedWebhook;
import cn.doublerandom.publication.application.WebhookWork;
import cn.doublerandom.publication.rest.WebhookResource.WebhookRequest;
import cn.doublerandom.publication.webhook.Webhook;
import cn.doublerandom.publication.webhook.WebhookNews;
import cn.doublerandom.servicekit.identity.Roles;
import cn.doublerandom.servicekit.ui.Desk;
import cn.doublerandom.servicekit.ui.Forms;
import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Arrays;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestResponse;

/** 推送订阅: who is told by webhook, and where another asks for it. */
@Path("/ui/webhooks")
@Produces(MediaType.TEXT_HTML + ";charset=UTF-8")
public class WebhookListPages {
  @Inject
  @Location("publication/webhooks.html")
  Template page;

  @Inject Desk desk;
  @Inject WebhookWork work;
  @Inject SecurityIdentity identity;

  @GET
  @RolesAllowed({Roles.PUBLISHER, Roles.COORDINATOR, Roles.SUPERVISOR, Roles.AUDITOR})
  @Operation(hidden = true)
  public Uni<RestResponse<String>> list() {
    return desk.show(list(desk.forms().blank()));
  }

  @POST
  @Consumes(Forms.FIELDS)
  @RolesAllowed({Roles.PUBLISHER, Roles.COORDINATOR})
  @Operation(hidden = true)
  public Uni<RestResponse<String>> ask(byte[] body) {
    return desk.act(
        body,
        form -> {
          WebhookRequest asked = form.as(WebhookRequest.class);
          return work.ask(asked.terms(), form.context(asked));
        },
        done ->
            Desk.seen(
                PublicationPlaces.webhook(WebhookWork.id(address(done.state()))),
                WebhookWork.stream(WebhookWork.id(address(done.state()))),
                done.version()),
        this::list);
  }

  private static String address(Webhook webhook) {
    return webhook.agreed().orElseThrow().address();
  }

  private Uni<TemplateInstance> list(FilledForm form) {
    WebhookWords words = desk.words(WebhookWords.class);
    return work.all()
        .map(all ->
            page.data(
                    "subscriptions",
                    all.stream().map(one -> ListedWebhook.of(one.id(), one.webhook())).toList())
                .data(
                    "news",
                    Arrays.stream(WebhookNews.values())
                        .map(one -> new Choice(one.name(), words.newsOf(one.name())))
                        .toList())
                .data(
                    "mayAsk",
                    identity.hasRole(Roles.COORDINATOR) || identity.hasRole(Roles.PUBLISHER))
                .data("form", form));
  }
}
