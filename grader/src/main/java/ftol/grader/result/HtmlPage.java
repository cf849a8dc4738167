package ftol.grader.result;

import ftol.picture.Picture;

/** What all our HTML pages have in common: they are self-contained, and follow the reader's light or dark theme. */
public final class HtmlPage {
    private static final String HEAD =
            """
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width">
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src data:; style-src 'unsafe-inline'%s">
            <title>%s</title>
            <style>
            :root { color-scheme: light dark }
            body { font: 16px/1.5 system-ui, sans-serif; margin: 2rem auto; padding: 0 1rem }
            table { border-collapse: collapse }
            %s</style>
            </head>
            <body>
            %s</body>
            </html>
            """;

    private HtmlPage() {}

    /**
     * A complete page, in which browsers run no script and load nothing: if a student's text were not escaped somewhere, it
     * could do no harm.
     *
     * @param title plain text
     * @param style CSS rules, with a line end after each
     * @param body HTML, with a line end after it
     */
    public static String of(String title, String style, CharSequence body) {
        return HEAD.formatted("", Picture.escape(title), style, body);
    }

    /** A complete page with a script in its body. Nothing in it may come from students. */
    public static String withScript(String title, String style, CharSequence body) {
        return HEAD.formatted("; script-src 'unsafe-inline'", Picture.escape(title), style, body);
    }
}
