package cn.doublerandom.registry.ui;

import cn.doublerandom.eventstore.Handled;
import cn.doublerandom.eventstore.decider.SecondPerson;
import cn.doublerandom.pagekit.FilledForm;
import cn.doublerandom.pagekit.PageAddress;
import cn.doublerandom.registry.application.LastAppended;
import cn.doublerandom.servicekit.identity.Roles;
import cn.doublerandom.servicekit.problem.Refusals;
import cn.doublerandom.servicekit.rest.Requests;
import cn.doublerandom.servicekit.ui.Desk;
import cn.doublerandom.servicekit.ui.DeskMenu;
import cn.doublerandom.servicekit.ui.Form;
import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Shows one request with what may be done with it, and does that; the same for all kinds. */
@RequestScoped
public class RequestDesk {
  private final Desk desk;
  private final Requests requests;
  private final SecurityIdentity identity;
  private final Template page;

  @Inject
  RequestDesk(
      Desk desk,
      Requests requests,
      SecurityIdentity identity,
      @Location("registry/request.html") Template page) {
    this.desk = desk;
    this.requests = requests;
    this.identity = identity;
    this.page = page;
  }

  RequestWords words() {
    return desk.words(RequestWords.class);
  }

  /** What waits, in the reader's language. */
  AskedInWords asked() {
    return AskedInWords.of(desk);
  }

  /** What of an entry is decided on. */
  RequestFacts facts() {
    return RequestFacts.of(desk);
  }

  OfficeWords ofOffices() {
    return desk.words(OfficeWords.class);
  }

  boolean hasRole(String role) {
    return identity.hasRole(role);
  }

  Uni<RestResponse<String>> show(Uni<ShownRequest> request) {
    return desk.show(request.map(shown -> page(shown, desk.forms().blank(shown.version()))));
  }

  /** Decides on a request of one stream; refused, the request is shown again as it stands now. */
  <E, S> Uni<RestResponse<String>> decide(
      byte[] body,
      String stream,
      Function<Form, Uni<Handled<E, S>>> command,
      Supplier<Uni<ShownRequest>> again) {
    return does(
        body,
        form ->
            command
                .apply(form)
                .map(handled ->
                    decided(form, new LastAppended(stream, Refusals.require(handled).version()))),
        again);
  }

  /** The same of what is more than one command. */
  Uni<RestResponse<String>> does(
      byte[] body, Function<Form, Uni<PageAddress>> work, Supplier<Uni<ShownRequest>> again) {
    return desk.does(body, work, form -> again.get().map(shown -> page(shown, form)));
  }

  /** The list without what was decided, which says so. */
  PageAddress decided(Form form, LastAppended last) {
    return decided(desk, form, last);
  }

  static PageAddress decided(Desk desk, Form form, LastAppended last) {
    PageAddress list = Desk.seen(RegistryPlaces.requests(), last.stream(), last.version());
    return desk.says(list, form.value(ShownRequest.ACT));
  }

  private TemplateInstance page(ShownRequest shown, FilledForm sent) {
    boolean own = SecondPerson.isAmong(requests.actor(), shown.touchedBy());
    RequestActs acts = shown.acts();
    boolean decides = !own && may(acts.approval());
    return page.data("request", shown)
        .data("own", own)
        .data(
            "entry", hasRole(Roles.REGISTRAR) || hasRole(Roles.COORDINATOR) ? shown.entry() : null)
        .data("approval", decides ? acts.approval().address() : null)
        .data("decline", !own && may(acts.decline()) ? address(acts.decline()) : null)
        .data("withdrawal", own && may(acts.withdrawal()) ? address(acts.withdrawal()) : null)
        .data("reasons", acts.reasons())
        .data("erases", acts.erases())
        .data("deciders", deciders(acts))
        .data("approving", form(shown, ShownRequest.APPROVE, sent))
        .data("declining", form(shown, ShownRequest.DECLINE, sent))
        .data("withdrawing", form(shown, ShownRequest.WITHDRAW, sent));
  }

  private FilledForm form(ShownRequest shown, String act, FilledForm sent) {
    return shown.form(act, sent, desk.forms().blank(shown.version()));
  }

  private boolean may(RequestActs.@Nullable Act act) {
    return act != null && act.roles().stream().anyMatch(identity::hasRole);
  }

  private static @Nullable String address(RequestActs.@Nullable Act act) {
    return act == null ? null : act.address();
  }

  private String deciders(RequestActs acts) {
    boolean english = desk.readsEnglish();
    return String.join(
        english ? ", " : "、", DeskMenu.MENU.words(Set.copyOf(acts.approval().roles()), english));
  }
}
