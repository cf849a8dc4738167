package ftol.check;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** What a graded test is worth, and what a student is told if a <em>hidden</em> one fails. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Points {
    /** Points for passing this test, at least 1; there is no partial credit for one test. */
    int value();

    /** For a hidden test, what to think about, without giving the test away. Public tests show what happened instead. */
    String hint() default "";
}
