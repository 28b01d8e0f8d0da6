/** Reports as mail servers write them; `to` is where they are sent, `status` what became of the mail. */
type Sample = { to: string; status?: string; action?: string; recipient?: string };

const crlf = (text: string) => text.replace(/\n/g, "\r\n");

export function postfixReport(sample: Sample): string {
  const { to, status = "5.1.1", action = "failed", recipient = "leser@post.example" } = sample;
  return crlf(`Return-Path: <>
Received: by mx.post.example (Postfix)
	id 4XyZ1234; Sun, 29 Nov 2026 08:00:00 +0100 (CET)
Date: Sun, 29 Nov 2026 08:00:00 +0100 (CET)
From: MAILER-DAEMON@mx.post.example (Mail Delivery System)
Subject: Undelivered Mail Returned to Sender
To: ${to}
Auto-Submitted: auto-replied
MIME-Version: 1.0
Content-Type: multipart/report; report-type=delivery-status;
	boundary="4XyZ1234.1795935600/mx.post.example"
Content-Transfer-Encoding: 8bit
Message-Id: <20261129070000.4XyZ1234@mx.post.example>

This is a MIME-encapsulated message.

--4XyZ1234.1795935600/mx.post.example
Content-Description: Notification
Content-Type: text/plain; charset=utf-8

This is the mail system at host mx.post.example.

I'm sorry to have to inform you that your message could not
be delivered to one or more recipients.

<${recipient}>: host mail.post.example[192.0.2.7] said: 550 5.1.1
    <${recipient}>: Recipient address rejected: User unknown (in reply to
    RCPT TO command)

--4XyZ1234.1795935600/mx.post.example
Content-Description: Delivery report
Content-Type: message/delivery-status

Reporting-MTA: dns; mx.post.example
X-Postfix-Queue-ID: 4XyZ1234
X-Postfix-Sender: rfc822; ${to}
Arrival-Date: Sun, 29 Nov 2026 07:59:58 +0100 (CET)

Final-Recipient: rfc822; ${recipient}
Original-Recipient: rfc822;${recipient}
Action: ${action}
Status: ${status}
Remote-MTA: dns; mail.post.example
Diagnostic-Code: smtp; 550 5.1.1 <${recipient}>: Recipient address
    rejected: User unknown

--4XyZ1234.1795935600/mx.post.example
Content-Description: Undelivered Message
Content-Type: message/rfc822

From: Muster GmbH <no-reply@spur.example>
To: ${recipient}
Subject: Willkommen
MIME-Version: 1.0
Content-Type: text/plain; charset=utf-8

Guten Tag
--4XyZ1234.1795935600/mx.post.example--
`);
}

export function exchangeReport(sample: Sample): string {
  const { to, status = "5.1.10", action = "failed", recipient = "leser@firma.example" } = sample;
  const status64 = Buffer.from(
    crlf(`Reporting-MTA: dns;AM0PR01MB1234.eurprd01.prod.exchangelabs.com
Received-From-MTA: dns;mail.spur.example
Arrival-Date: Sun, 29 Nov 2026 07:59:58 +0000

Final-Recipient: rfc822;${recipient}
Action: ${action}
Status: ${status}
Diagnostic-Code: smtp;550 5.1.10 RESOLVER.ADR.RecipientNotFound; Recipient not found by SMTP address lookup
`),
  ).toString("base64");
  return crlf(`From: <postmaster@firma.example>
To: "${to}" <${to}>
Date: Sun, 29 Nov 2026 07:59:59 +0000
Content-Type: multipart/report; report-type=delivery-status;
	boundary="_000_AM0PR01MB1234"
Message-ID: <f00d@AM0PR01MB1234.eurprd01.prod.exchangelabs.com>
Subject: =?utf-8?Q?Unzustellbar:_Willkommen?=
Auto-Submitted: auto-replied
MIME-Version: 1.0

--_000_AM0PR01MB1234
Content-Type: multipart/alternative; differences=Content-Type;
	boundary="_001_AM0PR01MB1234"

--_001_AM0PR01MB1234
Content-Type: text/plain; charset="utf-8"
Content-Transfer-Encoding: base64

${Buffer.from("Die Adresse wurde nicht gefunden.").toString("base64")}

--_001_AM0PR01MB1234
Content-Type: text/html; charset="utf-8"
Content-Transfer-Encoding: quoted-printable

<p>Die Adresse wurde nicht gefunden.</p>

--_001_AM0PR01MB1234--

--_000_AM0PR01MB1234
Content-Type: message/delivery-status
Content-Transfer-Encoding: base64

${status64}

--_000_AM0PR01MB1234
Content-Type: text/rfc822-headers

From: Muster GmbH <no-reply@spur.example>
Subject: Willkommen

--_000_AM0PR01MB1234--
`);
}
