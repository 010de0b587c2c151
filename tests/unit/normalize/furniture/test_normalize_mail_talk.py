"""Lines in which a mail speaks of itself are none of the report that it brings."""

import pytest

from feeds.normalize.furniture.mail_talk import is_mail_talk
from feeds.text.words import fold_text


def fold(line: str) -> str:
    """Return a line as lines are compared."""
    return " ".join(fold_text(line).split())


@pytest.mark.parametrize(
    "line",
    [
        "View this post on the web at https://harbournotes.example/p/ferry",
        "View this email in your browser",
        "View in browser",
        "Having trouble viewing this email? View it in your browser.",
        "If you have trouble reading this email, click here.",
        "Is this email not displaying correctly? View it in your browser.",
        "Read online",
        "Read this online: https://x.example/p",
        "Web version",
        "Click here to view this message in a browser window.",
        "Forwarded this email? Subscribe here for more",
        "Was this email forwarded to you? Sign up here.",
        (
            "CAUTION: This email originated from outside of the organization. Do not click "
            "links or open attachments unless you recognize the sender and know the content "
            "is safe."
        ),
        "EXTERNAL EMAIL: Use caution with links and attachments.",
        "[EXTERNAL EMAIL]",
        "You don't often get email from news@gazette.example. Learn why this is important",
        "This sender is from outside your organization.",
        (
            "ACHTUNG: Diese E-Mail stammt von einem externen Absender. Öffnen Sie keine Links"
            " oder Anhänge, wenn Sie den Absender nicht kennen."
        ),
        "Newsletter im Browser ansehen",
        "Sollte diese E-Mail nicht richtig angezeigt werden, klicken Sie bitte hier.",
        "Falls Sie diese E-Mail nicht korrekt lesen können, klicken Sie hier.",
        "Im Browser ansehen",
        "Online-Version",
        "Voir dans le navigateur",
        "Si ce message ne s'affiche pas correctement, cliquez ici.",
        "Lire en ligne",
        "Version en ligne",
        "Si vous ne visualisez pas correctement cet e-mail, cliquez ici",
        "ATTENTION : ce courriel provient de l'extérieur de l'organisation.",
        "Ver en el navegador",
        "Si no puede ver este correo correctamente, haga clic aquí.",
        "Ver versión en línea",
        "Visualizza nel browser",
        "Se non visualizzi correttamente questa email, clicca qui.",
        "Leggi online",
        "Ver no navegador",
        "Se não conseguir visualizar este e-mail, clique aqui.",
        "Bekijk in browser",
        "Bekijk deze e-mail in je browser",
        "Kun je deze e-mail niet goed lezen? Bekijk de online versie.",
        "Visa i webbläsaren",
        "Se i browser",
        "Vis i nettleser",
        "Zobacz w przeglądarce",
        "Открыть в браузере",
        "You are receiving this email because you opted in via our website.",
        "This email was sent to tom@example.com by Orme Gazette.",
        (
            "This message was sent to tom@example.com. If you no longer wish to receive these"
            " emails, you may unsubscribe at any time."
        ),
        "Update your preferences or unsubscribe",
        "Manage your email preferences",
        (
            "Want to change how you receive these emails? You can update your preferences or "
            "unsubscribe from this list."
        ),
        "Add us to your address book",
        "Our mailing address is:",
        "Forward this to a friend",
        "Please consider the environment before printing this email.",
        "Sent from my iPhone",
        "Sent from my Galaxy",
        "Get Outlook for iOS",
        "Sent from Outlook for Android",
        (
            "This email and any files transmitted with it are confidential and intended "
            "solely for the use of the individual or entity to whom they are addressed. If "
            "you have received this email in error please notify the system manager."
        ),
        (
            "CONFIDENTIALITY NOTICE: This e-mail message is for the sole use of the intended "
            "recipient(s) and may contain confidential information."
        ),
        "To view this discussion visit https://groups.google.example/d/msgid/harbour/1",
        "Reply to this email to send us feedback.",
        (
            "You're on the free list for Harbour Notes. For the full experience, become a "
            "paying subscriber."
        ),
        "Diese E-Mail wurde an tom@example.com gesendet.",
        "Wenn Sie diesen Newsletter nicht mehr erhalten möchten, klicken Sie hier.",
        "Vom Newsletter abmelden",
        "Bitte denken Sie an die Umwelt, bevor Sie diese E-Mail ausdrucken.",
        (
            "Diese E-Mail enthält vertrauliche Informationen und ist nur für den genannten "
            "Empfänger bestimmt."
        ),
        "Von meinem iPhone gesendet",
        "Gesendet mit der GMX Mail App",
        "Ce message a été envoyé à tom@example.com.",
        "Pour vous désinscrire, cliquez ici.",
        "Pensez à l'environnement avant d'imprimer ce message.",
        "Envoyé de mon iPhone",
        (
            "Ce message et ses pièces jointes sont confidentiels et destinés exclusivement à "
            "leurs destinataires."
        ),
        "Si no desea recibir más correos, haga clic aquí.",
        "Enviado desde mi iPhone",
        "Antes de imprimir este mensaje, piense en el medio ambiente.",
        "Este mensaje es confidencial y va dirigido exclusivamente a su destinatario.",
        "Cancellati dalla newsletter",
        "Inviato da iPhone",
        "Prima di stampare, pensa all'ambiente.",
        "Cancelar inscrição",
        "Cancelar subscrição",
        "Enviado do meu iPhone",
        "Antes de imprimir, pense no meio ambiente.",
        "Verstuurd vanaf mijn iPhone",
        "Denk aan het milieu voordat u deze e-mail afdrukt.",
        "Du får detta mejl för att du prenumererar på vårt nyhetsbrev.",
        "Avregistrera dig",
        "Otrzymujesz tę wiadomość, ponieważ zapisałeś się do naszego newslettera.",
        "Wypisz się",
        "Вы получили это письмо, потому что подписались на нашу рассылку.",
        "Отписаться",
        "Отправлено с iPhone",
        "在浏览器中查看",
        "发自我的iPhone",
        "iPhoneから送信",
        "ブラウザで表示する",
    ],
)
def test_what_a_mail_says_of_itself_is_none_of_a_report(line: str) -> None:
    """How it is shown, to whom it went, how that ends, by which device, and for whom it is."""
    assert is_mail_talk(fold(line))


@pytest.mark.parametrize(
    "line",
    [
        "This email was sent to thousands of customers by fraudsters, police said on Friday.",
        "This message is confidential, the minister had written, and yet it was printed.",
        "Think before you print, the council told its offices, and paper use fell by half.",
        (
            "Please consider the environment before printing this email, the mayor's office "
            "writes below each of its letters."
        ),
        (
            "If you no longer want to receive the newspaper, write to us by Friday, the "
            "publisher said."
        ),
        "You don't often get email from a queen.",
        "This newsletter was sent to prisoners for twenty years.",
        "Forward this to a friend, they wrote on the back of the card.",
        "Update on the fire: forty passengers ashore.",
        "Sent from the front, the letters took three weeks to arrive.",
        "Sent from Mac to Orme by rail, the turbines arrive on Friday.",
        "Get Outlook and other programs off the machines, the ministry told its offices.",
        "This email, which the court has seen, was confidential and meant for the board only.",
        "View the gallery in the town hall until Sunday.",
        "Read the full report in the library.",
        "Open the windows, the doctors advise.",
        "Caution is advised on the roads on Friday.",
        "Warning: messages from outside the company carry a label now.",
        "External experts will look at the bridge.",
        "Diese Nachricht wurde an Tausende Kunden geschickt.",
        "Diese E-Mail ist echt, sagt die Polizei.",
        "Wenn Sie die Nachricht nicht erhalten haben, rufen Sie die Stadt an.",
        "Falls Sie diese E-Mail bekommen haben, löschen Sie sie, rät die Polizei.",
        "Bitte denken Sie an die Umwelt, rief die Ministerin den Gästen zu.",
        "Ce message a été envoyé à tous les habitants de la ville.",
        "Si vous recevez ce message, ne cliquez pas, prévient la gendarmerie.",
        "Pour vous inscrire, écrivez à la mairie.",
        "Este correo fue enviado a miles de clientes.",
        "Antes de imprimir los carteles, el taller revisó los nombres.",
        "Prima di stampare il giornale, la redazione ha cambiato il titolo.",
        "Questa mail è stata inviata a tutti i dipendenti.",
        "Deze e-mail is verstuurd naar alle klanten.",
        "Du får denna bok om du betalar.",
        "Was this newsletter forwarded to the court? Nobody knows.",
        "If you are not the intended audience of this film, you will still laugh.",
        "If you cannot view this film in a cinema, wait for the spring.",
        "Web",
        "Online shops grew by a tenth.",
        "Add us to your list of towns to see, says the guide.",
        "Our mailing address is the castle, the duke told the post.",
        "Want to change how you receive your pension? Here is what is new.",
        "Manage your money: five tips",
        "Change your settings to stop the leak",
        "This communication is intended for shareholders.",
        "To view this discussion as closed would be wrong.",
        "Reply to this email with your vote by Friday, members were told.",
        "Do not click links in mails from strangers, the police advise.",
        "Meld deg på kurset",
        "Visa upp biljetten på nätet",
        "Im Zug",
        "Enviado de Moscú",
        "Afmelden kan tot vrijdag bij het gemeentehuis.",
        "Anyone who got this email by mistake can sell the tickets.",
        "Ver os jogos online fica mais caro em maio.",
        "Open lessen online: de school begint in mei.",
        "Lees online hoe het afliep.",
        "Open your browser and type the address, the police say.",
        "Open je browser en typ het adres.",
        "Leggi online sui giornali.",
        "Ver el partido online el sábado cuesta tres euros",
        "Voir un film en ligne",
        "Lire Proust en ligne ou sur papier",
        "View the records online until Friday",
        "Read it online before you buy",
        "Watch this story grow",
        "Visa vägen i webbläsaren är svårt",
        "See the match online",
        "Vis oss veien",
        "Update profile of the mayor",
        "Manage account books with care",
        "Add us",
        "Our mailing address",
        "Sent with love from Orme",
        "Gesendet wurde der Film im Mai.",
        "Please think before you print",
        "Confidential: what the board was told",
        "Disclaimer: the author is a shareholder",
        "Attention! Cette comédie vient de l'extérieur",
        "This mail train came from outside the county.",
        "This message is from outside, wrote the prisoner.",
        "Confidential papers intended for the council lay in a skip behind the town hall.",
        "Confidentiality clauses bind the recipients of the payments.",
        "Disclaimer: the author is a recipient of a grant of the harbour trust.",
        "Warning messages: the coast guard sent them to all phones, but few read them in time.",
        "Attention message. The siren sounds for a minute and then falls silent.",
        "If you got the email by mistake, delete it at once, the bank advises.",
        "从我的家乡到这里要三个小时。",
        "从我的角度来看，这是不对的。",
    ],
)
def test_what_a_report_tells_of_mails_stays(line: str) -> None:
    """Its sentences begin like those of mails, and go on otherwise."""
    assert not is_mail_talk(fold(line))


@pytest.mark.parametrize("part", ["mail ", "confidential ", "trouble mail ", "mail nicht ", "my "])
@pytest.mark.parametrize("begin", ["this mail ", "if ", "external ", "sent from ", "view "])
def test_a_line_of_one_word_again_and_again_is_no_talk(begin: str, part: str) -> None:
    """Nobody writes so, and it is soon found out."""
    assert not is_mail_talk((begin + part * 2_000).strip())
