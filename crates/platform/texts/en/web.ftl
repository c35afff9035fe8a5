error-not-found-title = Page not found
error-not-found-text = The address may be misspelt, or the page may have moved. Search below, or go to the front page.
error-sign-in-title = Sign in first
error-sign-in-text = This page is only for people who are signed in. Sign in, and you come back here.
error-forbidden-title = You do not have access
error-forbidden-text = Your role in the organisation does not give access to this page. An administrator can change your role.
error-form-token-title = The form must be sent again
error-form-token-text = The form has been open for a long time, or you have signed in or out since. Nothing is saved yet and nothing is lost: press the button to send what you wrote.
error-form-token-button = Send again
error-form-token-files = Files you had chosen must be chosen again on the previous page.
error-cross-site-title = The form came from another site
error-cross-site-text = We only accept forms filled in on this site. Open the page here and try again.
error-unreadable-title = The text cannot be read
error-unreadable-text = What was sent is not valid text (UTF-8) or has too many fields. Go back and write the text again.
error-too-large-title = That is too large
error-too-large-text = What you sent takes up more than { $limit }. Go back, shorten the text or choose a smaller file, and send again.
error-too-many-title = Please wait
error-too-many-text = { $seconds ->
    [one] Too many requests come from your connection. Try again in { $seconds } second.
   *[other] Too many requests come from your connection. Try again in { $seconds } seconds.
 }
error-dead-link-title = The link no longer works
error-dead-link-text = The link has been used, has expired or was not copied completely. Ask for a new one, or write to us.
error-unavailable-title = We will be back shortly
error-unavailable-text = The site cannot answer right now. Try again in a moment. If you filled in a form, go back: what you wrote is still there.
error-internal-title = Something went wrong on our side
error-internal-text = The error is in our log. Try again, or write to us and mention the number below.
error-request = Error number: { $number }
error-search-label = Search the site
error-home = Go to the front page
site-profile = My profile
site-house = Administration
site-demo = Demo: all content is made up, and mail goes to the demo mailbox.
site-mailbox = Open the demo mailbox
site-operations = Operations
site-components = Building blocks
