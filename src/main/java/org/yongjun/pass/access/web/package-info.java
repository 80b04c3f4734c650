/** Sign-in of people and machines over HTTP, and what each request may do. */
@NullMarked
package org.yongjun.pass.access.web;

import org.jspecify.annotations.NullMarked;
