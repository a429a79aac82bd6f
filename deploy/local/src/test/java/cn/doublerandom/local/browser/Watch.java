package cn.doublerandom.local.browser;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Response;
import java.net.HttpURLConnection;
import java.util.ArrayList;
import java.util.List;

/** What a browser complains of while somebody reads: in its console, and of what it asked for. */
final class Watch {
  private final List<String> seen = new ArrayList<>();

  Watch(BrowserContext context) {
    context.onConsoleMessage(this::note);
    context.onWebError(error -> seen.add("script: " + error.error()));
    context.onRequestFailed(this::note);
    context.onResponse(this::note);
  }

  private void note(ConsoleMessage message) {
    if (message.type().equals("error") || message.type().equals("warning")) {
      seen.add("console: " + message.text() + " (" + message.location() + ")");
    }
  }

  private void note(Request request) {
    // A page that is left lets go of its events; a file that is saved is no page.
    if (!"net::ERR_ABORTED".equals(request.failure())) {
      seen.add("failed: " + request.url() + " " + request.failure());
    }
  }

  private void note(Response response) {
    if (response.status() >= HttpURLConnection.HTTP_BAD_REQUEST) {
      seen.add(response.status() + ": " + response.url());
    }
  }

  /** What came since this was asked last. */
  List<String> taken() {
    List<String> taken = List.copyOf(seen);
    seen.clear();
    return taken;
  }
}
