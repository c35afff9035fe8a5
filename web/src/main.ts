// Makes pages livelier. Every page works without any of this; each module improves one thing it finds in the page.

import { announce } from './announce';
import { copyButtons } from './copy';
import { confirmButtons, dialogs } from './dialogs';
import { errorSummary } from './errors';
import { liveFilters } from './filter';
import { sendOnce, unsavedChanges } from './forms';
import { characterLimits } from './limit';
import { live } from './live';
import { menus } from './menu';
import { passkeys } from './passkey';
import { repeats } from './repeat';
import { tabs } from './tabs';

/** Prepares a page, or a part that has just come into it. */
function prepare(root: ParentNode): void {
  tabs(root);
  copyButtons(root);
  characterLimits(root);
}

prepare(document);
confirmButtons();
dialogs();
sendOnce();
unsavedChanges();
repeats(prepare);
menus();
passkeys();
liveFilters(prepare);
live(prepare);
errorSummary();
// What just happened stands on top; those who do not see it hear it.
announce(document.querySelector('[data-flash] .alert-text')?.textContent ?? '');
