/**
 * Verdicts, findings and differences as plain data, and that data as HTML, JSON, Markdown, SARIF and the annotations of GitHub and
 * GitLab.
 */
@API(status = API.Status.INTERNAL)
@NullMarked
package dev.switchback.report;

import org.apiguardian.api.API;
import org.jspecify.annotations.NullMarked;
