package ftol.notebook;

import ftol.picture.Html;
import ftol.picture.Picture;

/** A calm sentence in place of a result. */
record Note(String text) implements Html.Showable {
    @Override
    public String html() {
        return "<p style=\"border-left:4px solid #bf8700;padding:4px 12px;white-space:pre-wrap\">"
                + Picture.escape(text) + "</p>";
    }

    @Override
    public String toString() {
        return text;
    }
}
