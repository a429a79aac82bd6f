package cn.doublerandom.publication.ui;

import cn.doublerandom.pagekit.Choice;
import cn.doublerandom.pagekit.Rows;
import cn.doublerandom.publication.signin.SignIn;
import cn.doublerandom.publication.signin.SignIns;
import cn.doublerandom.servicekit.identity.Roles;
import cn.doublerandom.servicekit.rest.Page;
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
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestResponse;

/** 登录记录: who came in, went, chose a role or was refused. */
@Path("/ui/sign-ins")
@Produces(MediaType.TEXT_HTML + ";charset=UTF-8")
public class SignInPages {
  private static final int LIMIT = 50;

  @Inject
  @Location("publication/sign-ins.html")
  Template page;

  @Inject Desk desk;
  @Inject SignIns signIns;

  @GET
  @RolesAllowed({Roles.AUDITOR, Roles.SUPERVISOR, Roles.OPERATOR})
  @Operation(hidden = true)
  public Uni<RestResponse<String>> list() {
    Query query = desk.query();
    var asked =
        new SignIns.Query(
            query.text("account"),
            query.word("what", SignIn.What.class),
            day(query, "from"),
            day(query, "to"));
    return desk.show(
        query.isRefused()
            ? Uni.createFrom().item(page(query, new Rows<>(List.of(), 1, 0, null)))
            : Uni.createFrom()
                .completionStage(() ->
                    signIns
                        .found(asked, Page.keyAfter(query.after()), LIMIT + 1)
                        .thenCombine(
                            signIns.count(asked),
                            (rows, count) -> page(query, rows(query, rows, count)))));
  }

  private static Optional<LocalDate> day(Query query, String field) {
    LocalDate day = query.day(field, LocalDate.MIN);
    return day.equals(LocalDate.MIN) ? Optional.empty() : Optional.of(day);
  }

  private Rows<SignInLine> rows(Query query, List<SignIn> oneMore, long count) {
    Page<SignIn> found = Page.of(oneMore, LIMIT, SignIns::place);
    return new Rows<>(
        found.items().stream().map(one -> SignInLine.of(one, desk.readsEnglish())).toList(),
        query.from(),
        count,
        found.next());
  }

  private TemplateInstance page(Query query, Rows<SignInLine> rows) {
    SignInWords words = desk.words(SignInWords.class);
    return page.data("query", query.form())
        .data("narrowed", query.isNarrowed())
        .data(
            "doings",
            Arrays.stream(SignIn.What.values())
                .map(one -> new Choice(one.name(), words.whatOf(one)))
                .toList())
        .data("rows", rows);
  }
}
