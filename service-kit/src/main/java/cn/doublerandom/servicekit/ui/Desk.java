package cn.doublerandom.servicekit.ui;

import cn.doublerandom.eventstore.Handled;
import cn.doublerandom.eventstore.StoreOverloaded;
import cn.doublerandom.eventstore.decider.Rejection;
import cn.doublerandom.pagekit.FilledForm;
import cn.doublerandom.pagekit.KitWords;
import cn.doublerandom.pagekit.PageAddress;
import cn.doublerandom.servicekit.problem.EdgeRejection;
import cn.doublerandom.servicekit.problem.PageWording;
import cn.doublerandom.servicekit.problem.ProblemException;
import cn.doublerandom.servicekit.problem.ProblemMappers;
import cn.doublerandom.servicekit.problem.Refusals;
import cn.doublerandom.servicekit.rest.Requests;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.io.File;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Function;
import org.jboss.resteasy.reactive.RestResponse;

/**
 * Shows pages of the desk, and does what their forms say (docs/pages.md).
 *
 * <pre>
 * form ─ read ─ command ─ done    ─ 303 to the page that shows it, ?seen=stream@version
 *          └────────┴──── refused ─ the page again, with what was typed and why not
 * </pre>
 */
@RequestScoped
public class Desk {
  private static final String HTML = "text/html;charset=UTF-8";
  private static final int OK = 200;
  private static final int SEE_OTHER = 303;

  private final Frames frames;
  private final Forms forms;
  private final Reader reader;
  private final JustDone justDone;
  private final Requests requests;

  @Inject
  Desk(Frames frames, Forms forms, Reader reader, JustDone justDone, Requests requests) {
    this.frames = frames;
    this.forms = forms;
    this.reader = reader;
    this.justDone = justDone;
    this.requests = requests;
  }

  /** This page, with what is asked for. */
  public PageAddress here() {
    return frames.here();
  }

  /** Whether English is read, else Chinese. */
  public boolean readsEnglish() {
    return reader.readsEnglish();
  }

  /** The language that is read. */
  public Locale locale() {
    return reader.locale();
  }

  /** Several in a row, apart as the reader's language has it. */
  public String listed(Collection<String> all) {
    return String.join(readsEnglish() ? ", " : "、", all);
  }

  /** What the address asked for, refused at one of its fields in the reader's language. */
  public FilledForm askedInVain(String field, Rejection why) {
    String words = PageWording.of(why, readsEnglish());
    return FilledForm.asked(here().query())
        .refused(List.of(new FilledForm.Fault(field, words)), false);
  }

  /** What pages say, in the reader's language. */
  public <T> T words(Class<T> bundle) {
    return reader.words(bundle);
  }

  /** What is asked for in the address. */
  public Query query() {
    return new Query(here(), words(KitWords.class));
  }

  /** Forms nobody has filled yet. */
  public Forms forms() {
    return forms;
  }

  /** A page of the desk. */
  public Uni<RestResponse<String>> show(Uni<TemplateInstance> page) {
    return page.flatMap(this::show);
  }

  /** A page of the desk. */
  public Uni<RestResponse<String>> show(TemplateInstance page) {
    return here().value("refused").equals(EdgeRejection.REQUEST_TOO_LARGE.code())
        ? again(OK, page, tooLarge())
        : frames.around(page).map(html -> answer(OK, html));
  }

  /** What the gateway refused on its way to a form of this page, before anybody read it. */
  private FilledForm tooLarge() {
    return forms
        .blank()
        .refused(List.of(new FilledForm.Fault("", words(KitWords.class).fileTooLarge())), false);
  }

  private static RestResponse<String> answer(int status, String html) {
    return RestResponse.ResponseBuilder.<String>create(status, null)
        .entity(html)
        .type(HTML)
        .build();
  }

  /**
   * The page again. Where the form is gone from it, for another was faster or its time is over, why
   * it was refused stands at the top: nobody is told no without a word.
   */
  private Uni<RestResponse<String>> again(int status, TemplateInstance page, FilledForm refused) {
    return frames
        .around(page)
        .flatMap(html ->
            html.contains(FilledForm.REFUSAL)
                ? Uni.createFrom().item(html)
                : frames.around(page.data("astray", refused)))
        .map(html -> answer(status, html));
  }

  /**
   * Does what a form says.
   *
   * @param body as it was sent
   * @param command reads the form and asks the application; may refuse by {@link ProblemException}
   * @param done where what was done is to be seen
   * @param again the page with the form in it, with what was typed and what is wrong
   */
  public <E, S> Uni<RestResponse<String>> act(
      byte[] body,
      Function<Form, Uni<Handled<E, S>>> command,
      Function<Handled.Done<E, S>, PageAddress> done,
      Function<FilledForm, Uni<TemplateInstance>> again) {
    return does(
        body,
        form -> command.apply(form).map(handled -> done.apply(Refusals.require(handled))),
        again);
  }

  /** The same of what is more than one command: it says itself where what was done is seen. */
  public Uni<RestResponse<String>> does(
      byte[] body,
      Function<Form, Uni<PageAddress>> work,
      Function<FilledForm, Uni<TemplateInstance>> again) {
    return does(forms.read(body), work, again);
  }

  /**
   * The same of a form with a file, at most as large as the address of programs takes; on a thread
   * that may block. The file is gone when the work is done.
   */
  public Uni<RestResponse<String>> does(
      File body,
      Function<Form, Uni<PageAddress>> work,
      Function<FilledForm, Uni<TemplateInstance>> again) {
    Form form = forms.readParts(body);
    return does(form, work, again).onTermination().invoke(form::forget);
  }

  /**
   * The same of what is told this once: it stands in the answer itself, because addresses are kept
   * and sent on.
   */
  public Uni<RestResponse<String>> tells(
      byte[] body,
      Function<Form, Uni<TemplateInstance>> work,
      Function<FilledForm, Uni<TemplateInstance>> again) {
    return answered(forms.read(body), form -> show(work.apply(form)), again);
  }

  private Uni<RestResponse<String>> does(
      Form form,
      Function<Form, Uni<PageAddress>> work,
      Function<FilledForm, Uni<TemplateInstance>> again) {
    return answered(form, given -> work.apply(given).map(Desk::seeOther), again);
  }

  private Uni<RestResponse<String>> answered(
      Form form,
      Function<Form, Uni<RestResponse<String>>> work,
      Function<FilledForm, Uni<TemplateInstance>> again) {
    return Uni.createFrom()
        .deferred(() -> work.apply(form))
        .onFailure(StoreOverloaded.class)
        .transform(full -> new ProblemException(EdgeRejection.STORE_OVERLOADED))
        .onFailure(ProblemException.class)
        .recoverWithUni(why -> refused(why, form, again));
  }

  private Uni<RestResponse<String>> refused(
      ProblemException why, Form form, Function<FilledForm, Uni<TemplateInstance>> again) {
    FilledForm typed =
        form.filled()
            .refused(
                FaultWords.of(why, reader.readsEnglish()),
                why.rejection() == EdgeRejection.VERSION_MISMATCH);
    FilledForm next =
        why.rejection() == EdgeRejection.KEY_REUSED || why.rejection() == EdgeRejection.KEY_INVALID
            ? typed.anew(UUID.randomUUID().toString())
            : typed;
    return again
        .apply(next)
        .flatMap(page -> again(ProblemMappers.status(why.rejection()), page, next));
  }

  /** The page that shows what a stream became, once it does. */
  public static PageAddress seen(String page, String stream, long version) {
    return PageAddress.of(page).with("seen", stream + "@" + version);
  }

  /** The page that says what was done, to who did it and now; a word of small letters. */
  public PageAddress says(PageAddress page, String word) {
    return page.with(
        JustDone.PARAMETER,
        justDone.said(word, requests.account(), page.path(), requests.realTime()));
  }

  /** What was done just now by who reads this page; empty where nothing is known to be. */
  public String justDone() {
    return justDone
        .proven(
            here().value(JustDone.PARAMETER),
            requests.account(),
            here().path(),
            requests.realTime())
        .orElse("");
  }

  /** Goes on to another page: what was asked for is looked at there. */
  public RestResponse<String> goOn(PageAddress to) {
    return seeOther(to);
  }

  private static RestResponse<String> seeOther(PageAddress to) {
    return RestResponse.ResponseBuilder.<String>create(SEE_OTHER, null)
        .header("Location", to.toString())
        .build();
  }
}
